import type { NextRequest } from 'next/server'
import { currentSite } from '@/app/(site)/site'
import { readView } from '@/newsroom/read-params'
import { LONGEST_SEARCH } from '@/newsroom/search/search-query'
import { MOST_HEADLINES, MOST_NAMES, searchSuggestions } from '@/newsroom/search/search-suggestion'
import { findNamed } from '@/server/queries/find-named'
import { searchHeadlines } from '@/server/queries/search-headlines'

export const dynamic = 'force-dynamic'

/** What the search box offers while somebody types: `{ items: [{ label, path, note }] }`, names first, then the newest headlines. */
export async function GET({ nextUrl: { searchParams } }: NextRequest) {
  const q = [...(searchParams.get('q') ?? '').trim()].slice(0, LONGEST_SEARCH).join('')
  const [names, { items: cards }] = await Promise.all([findNamed(q, MOST_NAMES), searchHeadlines(q, { size: MOST_HEADLINES })])
  const view = readView(Object.fromEntries(searchParams))
  return Response.json({ items: searchSuggestions(names, cards, { site: currentSite(), view }) })
}
