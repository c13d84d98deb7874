'use client'
import { useMemo } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import type { Names } from '@/components/desk/editor/names'
import { differenceOf } from '@/components/desk/revisions/difference'
import { DifferenceView } from '@/components/desk/revisions/difference-view'
import { useTexts } from '@/components/desk/texts'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { DraftLabels } from '@/newsroom/desk/draft-for-editor'

interface TitledText {
  title: string
  content: DraftContent
}

/** Two texts side by side, as versions are compared; fetched only when somebody has to choose. */
export function TwoTexts({ mine, theirs }: { mine: TitledText; theirs: TitledText }) {
  const t = useTexts()
  const { names } = useEditor()
  const difference = useMemo(
    () => differenceOf(t, labelled(theirs.content, names), labelled(mine.content, names)),
    [t, theirs.content, mine.content, names],
  )
  return <DifferenceView t={t} difference={difference} form="side" before={theirs.title} after={mine.title} />
}

function labelled(content: DraftContent, names: Names): { content: DraftContent; labels: DraftLabels } {
  const { categoryIds, tagIds, bylines, sourceId, leadMediaId } = content
  const people = bylines.map(({ personId }) => personId)
  const labels = {
    people: names.of('people', people),
    categories: names.of('categories', categoryIds).map((category) => ({ ...category, path: [category.name] })),
    tags: names.of('tags', tagIds),
    source: names.of('sources', sourceId === null ? [] : [sourceId])[0] ?? null,
    leadMedia: names.picture(leadMediaId),
  }
  return { content, labels }
}
