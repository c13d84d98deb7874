'use client'
import { useCallback, useMemo, useState } from 'react'
import type { DraftNames, Named } from '@/newsroom/desk/editor-article'
import type { PickedMedia } from '@/newsroom/desk/picked-media'

export type NameKind = 'people' | 'tags' | 'categories' | 'sources'

export interface Names {
  /** in the order asked for; an id nobody knows is shown as its number */
  of(kind: NameKind, ids: readonly number[]): Named[]
  learn(kind: NameKind, named: readonly Named[]): void
  learnAll(told: DraftNames): void
  /** the picture whose id this is, if it was seen here */
  picture(id: string | null): PickedMedia | null
  learnPicture(picture: PickedMedia): void
}

type Known = Record<NameKind, ReadonlyMap<number, string>>

const mapOf = (named: readonly Named[]) => new Map(named.map(({ id, name }) => [id, name]))

const knownFrom = ({ people, tags, categories, sources }: DraftNames): Known => ({
  people: mapOf(people),
  tags: mapOf(tags),
  categories: mapOf(categories),
  sources: mapOf(sources),
})

/** What ids are called: as the server told it, and what was chosen since. */
export function useNames(told: DraftNames): Names {
  const [known, setKnown] = useState(() => knownFrom(told))
  const [pictures, setPictures] = useState<readonly PickedMedia[]>(() => (told.lead ? [told.lead] : []))
  const learn = useCallback((kind: NameKind, named: readonly Named[]) => {
    setKnown((before) => ({ ...before, [kind]: new Map([...before[kind], ...mapOf(named)]) }))
  }, [])
  const learnPicture = useCallback((picture: PickedMedia) => {
    setPictures((before) => [picture, ...before.filter(({ id }) => id !== picture.id)])
  }, [])
  const learnAll = useCallback(
    (names: DraftNames) => {
      for (const kind of ['people', 'tags', 'categories', 'sources'] as const) learn(kind, names[kind])
      if (names.lead) learnPicture(names.lead)
    },
    [learn, learnPicture],
  )
  return useMemo(
    () => ({
      of: (kind, ids) => ids.map((id) => ({ id, name: known[kind].get(id) ?? `#${id}` })),
      learn,
      learnAll,
      picture: (id) => pictures.find((picture) => picture.id === id) ?? null,
      learnPicture,
    }),
    [known, pictures, learn, learnAll, learnPicture],
  )
}
