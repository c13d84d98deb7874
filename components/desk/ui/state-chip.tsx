'use client'
import { useTexts } from '@/components/desk/texts'
import type { Publication } from '@/newsroom/article'
import type { Workflow } from '@/newsroom/desk/review'
import { type StateColour, stateWords } from '@/newsroom/desk/state-words'

const MARK: Record<StateColour, string> = {
  draft: 'bg-state-draft',
  waiting: 'bg-state-waiting',
  returned: 'bg-state-returned',
  ready: 'bg-state-ready',
  live: 'bg-state-live',
  withdrawn: 'bg-state-withdrawn',
}

/** Where an article stands: a mark in the state's colour, always with the word. */
export function StateChip({ workflow, publication }: { workflow: Workflow; publication: Publication }) {
  const t = useTexts()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 text-13 whitespace-nowrap">
      {stateWords(workflow, publication).map(({ key, colour }) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-2 shrink-0 ${MARK[colour]}`} />
          {t(`common.${key}`)}
        </span>
      ))}
    </span>
  )
}
