'use client'
import { useMemo, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { PageHead } from '@/components/desk/ui/page-head'
import { notify } from '@/components/desk/ui/toast'
import type { FrontPageLayout } from '@/newsroom/desk/front-page-layout'
import type { Outcome } from '@/newsroom/desk/outcome'
import { BreakingFields } from './breaking-fields'
import { FrontPagePreview } from './front-page-preview'
import { type Edition, History } from './history'
import { type LayoutDraft, toDraft, toLayout } from './layout-draft'
import { SectionList } from './section-list'
import { type Candidate, StoryList } from './story-list'

interface Props {
  editionId: number
  layout: FrontPageLayout
  /** the chosen stories that are public, those of older editions too */
  cards: readonly { id: string; headline: string }[]
  candidates: readonly Candidate[]
  categories: readonly { id: number; name: string }[]
  history: readonly Edition[]
  publish(given: { layout: FrontPageLayout; editionId: number; note: string }): Promise<Outcome<{ editionId: number }>>
  preview(layout: FrontPageLayout): Promise<Outcome<{ token: string }>>
}

/** The front page before it is one: stories, sections, breaking news; nothing is public until it is published. */
export function FrontPageDesk(props: Props) {
  const { layout, cards, candidates, categories, history } = props
  const t = useTexts()
  const names = useMemo(
    () => ({
      headlines: new Map([...cards, ...candidates].map(({ id, headline }) => [id, headline])),
      categories: new Map(categories.map(({ id, name }) => [id, name])),
    }),
    [cards, candidates, categories],
  )
  const [draft, setDraft] = useState(() => toDraft(layout, names))
  const [standing, setStanding] = useState({ editionId: props.editionId, draft })
  const [seen, setSeen] = useState('')
  const publishing = useAction(props.publish)
  const previewing = useAction(props.preview)
  const changed = JSON.stringify(draft) !== JSON.stringify(standing.draft)
  const set = (change: Partial<LayoutDraft>) => setDraft((before) => ({ ...before, ...change }))
  const publish = async () => {
    const outcome = await publishing.run({ layout: toLayout(draft, new Date()), editionId: standing.editionId, note: '' })
    if (!outcome.ok) return
    setStanding({ editionId: outcome.editionId, draft })
    notify(t('frontPage.published'))
  }
  const look = async () => {
    const outcome = await previewing.run(toLayout(draft, new Date()))
    if (outcome.ok) setSeen(`/preview/front-page/${outcome.token}`)
  }
  return (
    <>
      <PageHead
        title={t('frontPage.title')}
        lead={t('frontPage.text')}
        actions={
          <>
            <Button busy={previewing.busy} onClick={() => void look()}>
              {t('frontPage.preview')}
            </Button>
            <Button kind="primary" busy={publishing.busy} disabled={!changed} onClick={() => void publish()}>
              {t('frontPage.publish')}
            </Button>
          </>
        }
      />
      <p role="status" className="mb-3 min-h-5 text-13 text-muted">
        {changed ? t('frontPage.changed') : ''}
      </p>
      <FaultList errors={[...publishing.errors, ...previewing.errors]} />
      <div className="grid gap-x-12 gap-y-10 desktop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <StoryList stories={draft.stories} candidates={candidates} onChange={(stories) => set({ stories })} />
        <div className="flex flex-col gap-10">
          <BreakingFields breaking={draft.breaking} onChange={(breaking) => set({ breaking })} />
          <SectionList sections={draft.sections} categories={categories} onChange={(sections) => set({ sections })} />
          <History history={history} onTake={(edition) => setDraft(toDraft(edition, names))} />
        </div>
      </div>
      {seen && <FrontPagePreview path={seen} onClose={() => setSeen('')} />}
    </>
  )
}
