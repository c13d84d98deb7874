import type { Article } from '@/newsroom/article'
import { articleTag, nameTag } from '@/newsroom/cache-tags'
import type { DraftContent } from '@/newsroom/desk/draft'
import { readerFields } from '@/newsroom/desk/reader-fields'
import { excerpt } from '@/newsroom/excerpt'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'
import { toPicture } from './article-card'
import { isListed } from './public-filter'
import { readerBody } from './reader-body'

export type FoundArticle =
  | { state: 'live'; article: Article }
  /** `notice`: a sentence for whoever comes to the address, where somebody wrote one */
  | { state: 'withdrawn'; withdrawnAt: Date; notice: string | null }

const DESCRIPTION_CHARACTERS = 120

/** An article as the public may see it; null for what is not there, not yet or not any more to be known of. */
export async function findArticle(id: string): Promise<FoundArticle | null> {
  reads(articleTag(id))
  const row = await db().article.findUnique({
    where: { id },
    include: {
      live: { include: { bylines: { include: { person: true }, orderBy: { position: 'asc' } } } },
      source: true,
      leadMedia: true,
      categories: { include: { category: true }, orderBy: { position: 'asc' } },
      tags: { include: { tag: true }, orderBy: { position: 'asc' } },
      corrections: {
        where: { revokedAt: null },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        select: { id: true, wrong: true, right: true, publishedAt: true },
      },
      withdrawals: { where: { undoneAt: null }, take: 1 },
    },
  })
  if (row?.publication === 'withdrawn') {
    const [withdrawal] = row.withdrawals
    return { state: 'withdrawn', withdrawnAt: withdrawal?.withdrawnAt ?? row.updatedAt, notice: withdrawal?.notice ?? null }
  }
  if (!row?.live || !isListed(row.listedAt)) return null
  const { live, source, leadMedia } = row
  reads(...row.categories.map((c) => nameTag(`category:${c.categoryId}`)), ...row.tags.map((t) => nameTag(`tag:${t.tagId}`)))
  if (source) reads(nameTag(`source:${source.id}`))
  const fields = live.fields as Partial<DraftContent> | null
  const categories = row.categories.map(({ category: { slug, name } }) => ({ slug, name }))
  return {
    state: 'live',
    article: {
      id,
      headline: live.headline,
      kicker: live.kicker,
      subhead: live.subhead,
      standfirst: live.standfirst,
      description: fields?.searchDescription || live.standfirst || excerpt(live.plainText, DESCRIPTION_CHARACTERS),
      ...readerFields(fields),
      bodyHtml: await readerBody(live.bodyHtml),
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
    },
  }
}
