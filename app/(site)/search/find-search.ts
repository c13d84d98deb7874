import type { NamedFilter } from '@/components/site/search-line'
import type { NamedHit } from '@/newsroom/search/named-hit'
import { activeFilters, type SearchAddress } from '@/newsroom/search/search-address'
import type { SearchQuery } from '@/newsroom/search/search-query'
import { findMeant } from '@/server/queries/find-meant'
import { findNamed } from '@/server/queries/find-named'
import { findSearchPlaces, type SearchPlaces } from '@/server/queries/find-search-places'
import { type SearchAnswer, searchArticles } from '@/server/queries/search-articles'

/** A page of answers to a search, and the names it may have meant. */
export interface Found {
  answer: SearchAnswer
  places: SearchPlaces
  named: NamedHit[]
  /** words that sound the same and find something, where these do not */
  meant: string[] | null
  /** not the first page */
  later: boolean
}

const SIZE = 20
const MOST_NAMED = 6
/** Names whose pinyin or initials only begin with it are too many to be meant. */
const MEANT_RANK = 2

export async function findSearch(search: SearchQuery, cursor: string | null): Promise<Found> {
  const later = cursor !== null
  const narrowed = [search.source, search.author, search.category, search.tag].some(Boolean)
  const [answer, places, named] = await Promise.all([
    searchArticles(search, { size: SIZE, cursor: cursor ?? undefined }),
    findSearchPlaces(search),
    later || narrowed || search.words.length === 0 ? [] : findNamed(search.words.join(' '), MOST_NAMED),
  ])
  const missed = answer.state === 'found' && !later && (answer.hits.length === 0 || answer.parts.length > 0)
  return {
    answer,
    places,
    named: named.filter(({ rank }) => rank <= MEANT_RANK),
    meant: missed ? await findMeantSearch(search) : null,
    later,
  }
}

async function findMeantSearch(search: SearchQuery): Promise<string[] | null> {
  const words = await findMeant(search.words)
  if (!words) return null
  const answer = await searchArticles({ ...search, words }, { size: 1 })
  return answer.state === 'found' && answer.hits.length > 0 && answer.parts.length === 0 ? words : null
}

/** What narrows a search, as readers know it. */
export function namedFilters(address: SearchAddress, places: SearchPlaces): NamedFilter[] {
  return activeFilters(address).map((filter) => {
    const place = filter.kind === 'source' || filter.kind === 'category' || filter.kind === 'tag' ? places[filter.kind] : null
    return { ...filter, name: place?.name ?? filter.value }
  })
}
