import type { Cursor } from '@/newsroom/cursor'
import { holdsWords } from '@/newsroom/search/holds-words'
import type { Searchable } from '@/newsroom/search/search-entry'
import type { SearchPlan } from '@/newsroom/search/search-plan'
import type { Ask } from '@/server/search-pool'
import { searchableRows } from '@/server/searchable'
import type { Placed, Walkable } from './search-order'

export interface FoundText {
  at: number | Cursor
  text: Searchable
}

export interface FoundPage {
  items: FoundText[]
  /** there are more in the direction of the walk */
  more: boolean
  /** where the walk ended */
  end: number | Cursor | null
}

/** What the index promised falsely is rare; where it is not, the page ends early and the next goes on. */
const MOST_FALSE = 300

/** The next articles from a place that really hold the words. */
export async function readPage(
  ask: Ask,
  list: Walkable,
  plan: SearchPlan,
  { from, back, size }: { from: number | Cursor | null; back: boolean; size: number },
): Promise<FoundPage> {
  const items: FoundText[] = []
  let end: number | Cursor | null = null
  let read = 0
  for await (const batch of list.walk(from, back)) {
    const texts = await readTexts(ask, batch)
    for (const { id, at } of batch) {
      const text = texts.get(id)
      if (text && (plan.exact || holdsWords(text, plan))) {
        if (items.length === size) return { items, more: true, end }
        items.push({ at, text })
      }
      end = at
    }
    read += batch.length
    if (read - items.length >= MOST_FALSE) return { items, more: true, end }
  }
  return { items, more: false, end }
}

export async function readTexts(ask: Ask, hits: readonly Pick<Placed, 'id'>[]): Promise<Map<string, Searchable>> {
  if (hits.length === 0) return new Map()
  const rows = await ask<Searchable>(searchableRows(hits.map(({ id }) => id)))
  return new Map(rows.map((row) => [row.id, row]))
}
