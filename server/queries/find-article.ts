import type { Article } from '@/newsroom/article'
import { articleTag, nameTag } from '@/newsroom/cache-tags'
import { excerpt } from '@/newsroom/excerpt'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'
import { toPicture } from './article-card'
import { withCurrentLinks } from './current-links'
import { isListed } from './public-filter'

export type FoundArticle = { state: 'live'; article: Article } | { state: 'withdrawn'; withdrawnAt: Date }

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
    },
  })
  if (row?.publication === 'withdrawn') return { state: 'withdrawn', withdrawnAt: row.updatedAt }
  if (!row?.live || !isListed(row.listedAt)) return null
  const { live, source, leadMedia } = row
  reads(...row.categories.map((c) => nameTag(`category:${c.categoryId}`)), ...row.tags.map((t) => nameTag(`tag:${t.tagId}`)))
  if (source) reads(nameTag(`source:${source.id}`))
  const categories = row.categories.map(({ category: { slug, name } }) => ({ slug, name }))
  return {
    state: 'live',
    article: {
      id,
      headline: live.headline,
      kicker: live.kicker,
      subhead: live.subhead,
      standfirst: live.standfirst,
      description: live.standfirst ?? excerpt(live.plainText, DESCRIPTION_CHARACTERS),
      bodyHtml: await withCurrentLinks(live.bodyHtml),
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
      picture: leadMedia && toPicture(leadMedia.renditions, leadMedia.alt, leadMedia.credit),
    },
  }
}
