'use client'
import { useTexts } from '@/components/desk/texts'
import { StateChip } from '@/components/desk/ui/state-chip'
import type { PresentPerson } from '@/newsroom/desk/presence'
import { useEditor } from './editor-context'
import type { AutosaveView } from './saving/autosave-runner'
import { SaveState } from './saving/save-state'

interface StatusBarProps {
  view: AutosaveView
  count: { characters: number; minutes: number }
  others: readonly PresentPerson[]
}

/** Where the article stands, how long it is, whether it is saved, who else is here. */
export function StatusBar({ view, count, others }: StatusBarProps) {
  const { article, member } = useEditor()
  const here = others.filter(({ staffId }) => staffId !== member.id)
  const t = useTexts()
  return (
    <section
      aria-label={t('editor.status')}
      className="sticky bottom-13 z-20 flex min-h-10 items-center gap-x-4 gap-y-1 overflow-x-auto border-t border-line bg-sheet px-4 text-13 whitespace-nowrap text-muted tabular-nums tablet:bottom-0 tablet:px-8"
    >
      <StateChip workflow={article.workflow} publication={article.publication} />
      <span>{t('editor.characters', { count: count.characters })}</span>
      {count.characters > 0 && <span className="hidden sm:inline">{t('editor.minutes', { count: count.minutes })}</span>}
      <span className="ml-auto" />
      {here.length > 0 && <span>{t('editor.here', { names: here.map(({ name }) => name).join('、') })}</span>}
      <SaveState view={view} />
    </section>
  )
}
