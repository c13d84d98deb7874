import type { Prisma } from '@/generated/prisma/client'
import type { Article } from '@/newsroom/article'
import { nameTag } from '@/newsroom/cache-tags'
import type { DraftContent } from '@/newsroom/desk/draft'
import { readerFields } from '@/newsroom/desk/reader-fields'
import { excerpt } from '@/newsroom/excerpt'
import { reads } from '@/server/render-scope'
import { toPicture } from './article-card'

const DESCRIPTION_CHARACTERS = 120

/** All of an article that its readers see. */
export const articleParts = {
  live: {
    include: { bylines: { include: { person: true }, orderBy: { position: 'asc' } } },
    omit: { sourceText: true },
  },
  source: true,
  leadMedia: true,
  categories: { include: { category: true }, orderBy: { position: 'asc' } },
  tags: { include: { tag: true }, orderBy: { position: 'asc' } },
  corrections: {
    where: { revokedAt: null },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, wrong: true, right: true, publishedAt: true },
  },
} satisfies Prisma.ArticleInclude

type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleParts }>
/** What stands before readers: whoever has one has seen to `isListed`. */
export type ListedRow = Pick<ArticleRow, Exclude<keyof ArticleRow, 'live' | 'listedAt'>> & {
  live: NonNullable<ArticleRow['live']>
  listedAt: Date
}

/** Names the tags of whatever is told beside the article's own. */
export function toArticle(row: ListedRow, bodyHtml: string): Article {
  const { live, source, leadMedia } = row
  reads(...row.categories.map((c) => nameTag(`category:${c.categoryId}`)), ...row.tags.map((t) => nameTag(`tag:${t.tagId}`)))
  if (source) reads(nameTag(`source:${source.id}`))
  const fields = live.fields as Partial<DraftContent> | null
  const categories = row.categories.map(({ category: { slug, name } }) => ({ slug, name }))
  return {
    id: row.id,
    headline: live.headline,
    kicker: live.kicker,
    subhead: live.subhead,
    standfirst: live.standfirst,
    description: fields?.searchDescription || live.standfirst || excerpt(live.plainText, DESCRIPTION_CHARACTERS),
    ...readerFields(fields),
    bodyHtml,
    characterCount: live.characterCount,
    publishedAt: row.listedAt,
    updatedAt: row.updatedAt,
    revised: live.number > 1 && row.updatedAt > row.listedAt,
    type: row.type,
    language: row.language,
    source: source && { slug: source.slug, name: source.name, url: source.url },
    sourceUrl: row.sourceUrl,
    bylines: live.bylines.map(({ person, role }) => ({ name: person.name, role })),
    category: categories[0] ?? null,
    categories,
    tags: row.tags.map(({ tag: { slug, name } }) => ({ slug, name })),
    picture: leadMedia && toPicture(leadMedia),
    corrections: row.corrections,
  }
}
