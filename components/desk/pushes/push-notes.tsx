'use client'
import { useTexts } from '@/components/desk/texts'

interface Props {
  reach: 'public' | 'not-given' | 'private'
  dryRun: boolean
}

/** Why nothing leaves the house, where nothing does. */
export function PushNotes({ reach, dryRun }: Props) {
  const t = useTexts()
  const notes = [...(dryRun ? [t('pushes.dry-run')] : []), ...(reach === 'public' || dryRun ? [] : [t(`pushes.reach.${reach}`)])]
  return notes.map((note) => (
    <p key={note} role="status" className="mb-6 border-l-2 border-state-waiting py-1 pl-4 text-14 text-pretty">
      {note}
    </p>
  ))
}
