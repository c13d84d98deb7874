import { createHash } from 'node:crypto'
import type { Byline } from '@/newsroom/article'
import { SANITIZER_VERSION } from '@/newsroom/html/html-allow-list'
import type { ImportedPost } from '@/newsroom/jekyll/imported-post'
import type { settleWireBody } from './wire-body'
import type { WireItem } from './wire-item'

interface Around {
  body: ReturnType<typeof settleWireBody>
  /** whether it is to go before readers, now or at its time */
  publish: boolean
  /** BCP 47, where the item says none */
  language: string
  now: Date
}

/** A delivered article as the importer's command takes it; it is found again by its path, so it has no other key. */
export function wirePost(item: WireItem, { body, publish, language, now }: Around): ImportedPost {
  const { source, bylines, externalId: path, headline } = item
  const told = item.publishedAt ? new Date(item.publishedAt) : null
  const publishedAt = publish ? (told ?? now) : told
  return {
    path,
    externalId: null,
    publication: publish ? (publishedAt && publishedAt > now ? 'scheduled' : 'live') : 'unpublished',
    publishedAt,
    type: item.type ?? 'wire',
    language: item.language ?? language,
    headline,
    kicker: item.kicker || null,
    subhead: item.subhead || null,
    standfirst: item.standfirst || null,
    ...body,
    sourceText: item.bodyHtml ?? item.bodyMarkdown ?? '',
    sanitizerVersion: SANITIZER_VERSION,
    categories: [],
    tags: [...new Set(item.tags ?? [])],
    source: source?.name ?? null,
    sourceUrl: source?.url ?? null,
    bylines: once([...(bylines ?? []), ...(source?.author ? [{ name: source.author, role: 'author' as const }] : [])]),
    oldAddresses: [],
    feedId: null,
    pictures: [],
    notes: [],
  }
}

const once = (bylines: Byline[]): Byline[] => [
  ...new Map(bylines.map((byline) => [`${byline.role} ${byline.name}`, byline])).values(),
]

/** sha256 (hex) of a delivery: the same again changes nothing, unless the rules it was cleaned by have. */
export const wireHash = (item: WireItem, publish: boolean): string =>
  createHash('sha256')
    .update(JSON.stringify([SANITIZER_VERSION, publish, Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))]))
    .digest('hex')
