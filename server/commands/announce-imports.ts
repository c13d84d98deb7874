import type { ArticleEvent } from '@/newsroom/article-event'
import { articleTag, BULK, CATEGORIES, type CacheTag, EVERYTHING, nameTag, redirectTag } from '@/newsroom/cache-tags'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { announceArticles } from './announce-articles'
import { type ArticlePlace, tagsOfPlaces } from './article-tags'
import type { Change } from './plan-change'

/** Naming more than this costs more than rendering anew what is asked for. */
const MOST_CHANGES = 40
const MOST_TAGS = 500

export interface Imported {
  changes: Change[]
  /** new old addresses */
  redirects: string[]
  categories: { anyNew: boolean; renamed: number[] }[]
}

/** Tells every process what a batch made stale, before and after: one article narrowly, an archive as a whole. */
export async function announceImports(tx: Tx, { changes, redirects, categories }: Imported): Promise<void> {
  const shown = changes.filter(({ altered, keptAside }) => altered && !keptAside)
  await announceArticles(tx, shown.flatMap(eventOf))
  const tags = new Set<CacheTag>(redirects.map(redirectTag))
  for (const { anyNew, renamed } of categories) {
    if (anyNew || renamed.length > 0) tags.add(CATEGORIES)
    for (const id of renamed) tags.add(nameTag(`category:${id}`))
  }
  if (shown.length > MOST_CHANGES || tags.size > MOST_TAGS) return await publishTags(tx, bulkOf(shown))
  for (const { id, held, values } of shown) {
    tags.add(articleTag(id))
    // The share link's address is asked for by its code (queries/find-redirect).
    if (values.externalId && values.externalId !== held?.externalId)
      tags.add(redirectTag(`/html_News/NewsShare.html?${values.externalId}`))
  }
  for (const tag of await tagsOfPlaces(tx, shown.flatMap(placesOf))) tags.add(tag)
  await publishTags(tx, tags.size > MOST_TAGS ? bulkOf(shown) : tags)
}

/** What readers may have seen of an article is old at once, all that shows several of them in a moment. */
const bulkOf = (shown: Change[]) => [EVERYTHING, BULK, ...shown.filter(({ held }) => held).map(({ id }) => articleTag(id))]

/** Nothing, of what readers saw neither before nor after. */
function eventOf({ id: articleId, held, values }: Change): ArticleEvent[] {
  const [was, is] = [held?.publication, values.publication]
  if (is === 'live') return [{ articleId, kind: was === 'live' ? 'updated' : 'published' }]
  return was === 'live' ? [{ articleId, kind: 'unpublished' }] : []
}

/** Where the article stood in the public lists, and where it stands now. */
function placesOf({ id, held, values, categoryIds, tagIds }: Change): ArticlePlace[] {
  const places: ArticlePlace[] = []
  if (held?.publication === 'live' && held.publishedAt) {
    places.push({
      articleId: id,
      listedAt: held.publishedAt,
      categoryIds: held.categoryIds,
      tagIds: held.tagIds,
      sourceId: held.sourceId,
    })
  }
  if (values.publication === 'live' && values.publishedAt) {
    places.push({ articleId: id, listedAt: values.publishedAt, categoryIds, tagIds, sourceId: values.sourceId })
  }
  return places
}
