'use client'
import { useTexts } from '@/components/desk/texts'
import { ShownOnce } from '@/components/desk/ui/shown-once'

/** A token just made. */
export function TokenShown({ token, onClose }: { token: string; onClose(): void }) {
  const t = useTexts()
  return (
    <ShownOnce
      value={token}
      title={t('tokens.token')}
      lead={t('tokens.shown-once')}
      copy={t('tokens.copy')}
      copied={t('tokens.copied')}
      onClose={onClose}
    />
  )
}
