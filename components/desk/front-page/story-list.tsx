'use client'
import { useId } from 'react'
import { suggest } from '@/components/desk/editor/panel/suggest'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Combobox } from '@/components/desk/ui/combobox'
import { TextInput } from '@/components/desk/ui/field'
import { When } from '@/components/desk/ui/when'
import { instantOfWallTime, wallTime } from '@/newsroom/desk/wall-time'
import type { PlacedStory } from './layout-draft'
import { SortableList } from './sortable-list'

/** Of the layout's own rule (newsroom/desk/front-page-layout). */
const MOST_STORIES = 6

export interface Candidate {
  id: string
  headline: string
  publishedAt: Date
  category: { name: string } | null
}

interface Props {
  stories: readonly PlacedStory[]
  candidates: readonly Candidate[]
  onChange(stories: PlacedStory[]): void
}

/** The stories that lead, in their order, and what could: the newest, or any that is searched for. */
export function StoryList({ stories, candidates, onChange }: Props) {
  const t = useTexts()
  const full = stories.length >= MOST_STORIES
  const add = (story: { id: string; headline: string }) => {
    if (!full && stories.every(({ id }) => id !== story.id)) onChange([...stories, { ...story, until: null }])
  }
  const change = (id: string, until: string | null) =>
    onChange(stories.map((story) => (story.id === id ? { ...story, until } : story)))
  const open = candidates.filter(({ id }) => stories.every((story) => story.id !== id))
  return (
    <section aria-labelledby="stories">
      <h2 id="stories" className="border-b border-line pb-2 text-16 font-semibold">
        {t('frontPage.stories.title')}
      </h2>
      {stories.length === 0 && <p className="py-4 text-14 text-muted">{t('frontPage.stories.empty')}</p>}
      <SortableList label={t('frontPage.stories.title')} items={stories} nameOf={({ headline }) => headline} onOrder={onChange}>
        {(story, place) => (
          <>
            <p className="font-serif text-16 leading-6 font-semibold">
              {place === 0 && (
                <span className="mr-2 font-sans text-13 font-normal text-accent">{t('frontPage.stories.lead')}</span>
              )}
              {story.headline}
            </p>
            <Until story={story} onChange={(until) => change(story.id, until)} />
            <Button
              kind="quiet"
              className="-ml-2.5"
              aria-label={t('frontPage.stories.remove-name', { name: story.headline })}
              onClick={() => onChange(stories.filter(({ id }) => id !== story.id))}
            >
              {t('frontPage.stories.remove')}
            </Button>
          </>
        )}
      </SortableList>
      <div className="mt-5">
        <Combobox
          label={t('frontPage.stories.add')}
          value={[]}
          disabled={full}
          hint={full ? t('frontPage.stories.full', { count: MOST_STORIES }) : t('frontPage.stories.add-hint')}
          search={(text) => suggest('articles', text)}
          onChange={([chosen]) => chosen && add({ id: chosen.key, headline: chosen.label })}
        />
      </div>
      <h3 className="mt-6 border-b border-line pb-1.5 text-14 font-medium">{t('frontPage.stories.newest')}</h3>
      <ul className="max-h-112 overflow-y-auto">
        {open.map((candidate) => (
          <li key={candidate.id} className="flex items-baseline gap-3 border-b border-line py-1.5">
            <span className="w-24 shrink-0 text-13 text-muted">
              <When at={candidate.publishedAt} style="short" />
            </span>
            <span className="min-w-0 flex-1 text-14">
              {candidate.headline}
              {candidate.category && <span className="ml-2 text-13 text-muted">{candidate.category.name}</span>}
            </span>
            <Button
              kind="quiet"
              disabled={full}
              aria-label={t('frontPage.stories.place-name', { name: candidate.headline })}
              onClick={() => add(candidate)}
            >
              {t('frontPage.stories.place')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Until({ story, onChange }: { story: PlacedStory; onChange(until: string | null): void }) {
  const t = useTexts()
  const { timeZone } = useNewsroom()
  const id = useId()
  return (
    <p className="mt-1 flex flex-wrap items-center gap-2 text-13 text-muted">
      <label htmlFor={id}>{t('frontPage.until')}</label>
      <TextInput
        id={id}
        type="datetime-local"
        className="w-52 text-14"
        value={story.until ? wallTime(story.until, timeZone) : ''}
        onChange={(event) => onChange(instantOfWallTime(event.target.value, timeZone)?.toISOString() ?? null)}
      />
      {!story.until && t('frontPage.until-removed')}
    </p>
  )
}
