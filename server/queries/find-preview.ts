import type { Article } from '@/newsroom/article'
import type { DraftContent } from '@/newsroom/desk/draft'
import { wordsOf } from '@/newsroom/desk/draft-body'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { readerFields } from '@/newsroom/desk/reader-fields'
import { excerpt } from '@/newsroom/excerpt'
import { readStandingText } from '@/server/article-content'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'
import { readWorkingDraft } from '@/server/working-draft'
import { toPicture } from './article-card'
import { readerBody } from './reader-body'

export interface FoundPreview {
  /** the draft as its readers would see it now */
  article: Article
  /** readers see nothing of it, another text, or this one */
  state: 'unpublished' | 'changed' | 'live'
  /** nothing of it may be told before */
  embargoUntil: Date | null
  /** of the link */
  expiresAt: Date
}

const TOKEN = /^[\w-]{43}$/
const DESCRIPTION_CHARACTERS = 120

/** What a preview link leads to; null: unknown, revoked, over its time, or the article was discarded. */
export async function findPreview(token: string): Promise<FoundPreview | null> {
  if (!TOKEN.test(token)) return null
  const link = await db().previewLink.findFirst({
    where: { tokenHash: tokenHash(token), revokedAt: null, expiresAt: { gt: new Date() }, article: { discardedAt: null } },
    include: {
      article: { select: { publication: true, publishedAt: true, updatedAt: true, language: true, embargoUntil: true } },
    },
  })
  const draft = link && (await readWorkingDraft(db(), link.articleId))
  if (!draft) return null
  const { articleId, article, expiresAt } = link
  const standing = article.publication === 'live' ? await readStandingText(db(), articleId) : null
  const isLive = standing !== null && draftHash(standing.content) === draft.contentHash
  const now = new Date()
  return {
    article: {
      id: articleId,
      ...(await withLabels(draft.content)),
      language: article.language,
      publishedAt: article.publishedAt ?? now,
      updatedAt: isLive ? article.updatedAt : now,
      revised: standing !== null && !isLive,
      corrections: await standingCorrections(articleId),
    },
    state: isLive ? 'live' : standing ? 'changed' : 'unpublished',
    embargoUntil: article.embargoUntil && article.embargoUntil > now ? article.embargoUntil : null,
    expiresAt,
  }
}

const standingCorrections = (articleId: string) =>
  db().correction.findMany({
    where: { articleId, revokedAt: null },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, wrong: true, right: true, publishedAt: true },
  })

const placed = { select: { id: true, slug: true, name: true } } as const

async function withLabels(content: DraftContent) {
  const { headline, kicker, subhead, standfirst, type, sourceUrl } = content
  const { plainText, characterCount } = wordsOf(content.bodyHtml)
  const [bodyHtml, people, categories, tags, source, media] = await Promise.all([
    readerBody({ bodyHtml: content.bodyHtml, sanitizerVersion: null }),
    db().person.findMany({ where: { id: { in: content.bylines.map(({ personId }) => personId) } }, ...placed }),
    db().category.findMany({ where: { id: { in: content.categoryIds } }, ...placed }),
    db().tag.findMany({ where: { id: { in: content.tagIds } }, ...placed }),
    content.sourceId === null ? null : db().source.findUnique({ where: { id: content.sourceId } }),
    content.leadMediaId === null ? null : db().media.findUnique({ where: { id: content.leadMediaId } }),
  ])
  const places = (rows: { id: number; slug: string; name: string }[], ids: number[]) =>
    ids.flatMap((id) => rows.filter((row) => row.id === id).map(({ slug, name }) => ({ slug, name })))
  const inCategories = places(categories, content.categoryIds)
  return {
    headline,
    kicker: kicker || null,
    subhead: subhead || null,
    standfirst: standfirst || null,
    ...readerFields(content),
    description: content.searchDescription || standfirst || excerpt(plainText, DESCRIPTION_CHARACTERS),
    bodyHtml,
    characterCount,
    type,
    source: source && { slug: source.slug, name: source.name, url: source.url },
    sourceUrl: sourceUrl || null,
    bylines: content.bylines.flatMap(({ personId, role }) => {
      const person = people.find(({ id }) => id === personId)
      return person ? [{ name: person.name, role }] : []
    }),
    category: inCategories[0] ?? null,
    categories: inCategories,
    tags: places(tags, content.tagIds),
    picture: media && toPicture(media),
  }
}
