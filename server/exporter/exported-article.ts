import type { Prisma } from '@/generated/prisma/client'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { ExportedArticle, ExportedCategory, ExportedPicture } from '@/newsroom/jekyll/exported-post'
import { readModernRenditions, readRenditions } from '@/newsroom/rendition'
import type { NameTree } from './name-tree'

/** What an export reads of an article. */
export const exportedParts = {
  live: { include: { bylines: { include: { person: true }, orderBy: { position: 'asc' } } }, omit: { sourceText: true } },
  source: true,
  categories: { orderBy: { position: 'asc' } },
  tags: { include: { tag: true }, orderBy: { position: 'asc' } },
  corrections: { where: { revokedAt: null }, orderBy: { id: 'asc' } },
  redirects: { orderBy: { path: 'asc' } },
  leadMedia: { include: { redirects: true } },
  mediaUses: { include: { media: { include: { redirects: true } } } },
} satisfies Prisma.ArticleInclude

export type ExportedRow = Prisma.ArticleGetPayload<{ include: typeof exportedParts }>

/** An article as its file tells it; of one that was withdrawn nothing but that, and where it stood. */
export function exportedArticle(row: ExportedRow, names: NameTree): { article: ExportedArticle; bodyHtml: string } | null {
  const { live, publishedAt } = row
  if (!live || !publishedAt) return null
  const withdrawn = row.publication === 'withdrawn'
  const bodyHtml = withdrawn ? '' : live.bodyHtml
  const media = withdrawn ? [] : picturesOf(row, bodyHtml)
  const article: ExportedArticle = {
    id: row.id,
    withdrawn,
    publishedAt: publishedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    revision: live.number,
    type: row.type,
    language: row.language,
    headline: live.headline,
    kicker: live.kicker,
    subhead: live.subhead,
    standfirst: withdrawn ? null : live.standfirst,
    source: row.source && { ...named(row.source), url: row.source.url, oldAddresses: names.addressesOf('source', row.source.id) },
    sourceUrl: row.sourceUrl,
    externalId: row.externalId,
    feedId: row.feedId,
    bylines: live.bylines.map(({ person, role }) => ({ name: person.name, role })),
    ...categoriesOf(row, names),
    tags: row.tags.map(({ tag }) => ({ ...named(tag), oldAddresses: names.addressesOf('tag', tag.id) })),
    oldAddresses: row.redirects.map(({ path }) => path),
    leadMediaId: media.find(({ id }) => id === row.leadMediaId)?.id ?? null,
    media,
    corrections: row.corrections.map(({ wrong, right, publishedAt }) => ({
      wrong,
      right,
      publishedAt: publishedAt.toISOString(),
    })),
    fields: withdrawn ? null : fieldsOf(live.fields as Partial<DraftContent> | null),
  }
  return { article, bodyHtml }
}

const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })

function categoriesOf({ categories }: ExportedRow, names: NameTree): Pick<ExportedArticle, 'categories' | 'categoryTree'> {
  const lines = categories.map(({ categoryId }) => names.lineOf(categoryId))
  const tree = new Map<string, ExportedCategory>()
  for (const line of lines) for (const category of line) tree.set(category.slug, category)
  return { categories: lines.flatMap((line) => line.at(-1)?.slug ?? []), categoryTree: [...tree.values()] }
}

/** The lead and those its text shows; what only a draft uses is not yet readers'. */
function picturesOf({ leadMedia, mediaUses }: ExportedRow, bodyHtml: string): ExportedPicture[] {
  const shown = mediaUses.map(({ media }) => media).filter(({ id }) => bodyHtml.includes(id))
  const all = new Map([...(leadMedia ? [leadMedia] : []), ...shown].map((media) => [media.id, media]))
  return [...all.values()].map((media) => ({
    id: media.id,
    origin: media.origin,
    width: media.width,
    height: media.height,
    sizeBytes: media.sizeBytes,
    // Narrowest first, as an import stores them.
    renditions: [...readRenditions(media.renditions), ...readModernRenditions(media.renditions)].toReversed(),
    alt: media.alt,
    credit: media.credit,
    caption: media.caption,
    rights: media.rights,
    focalX: media.focalX,
    focalY: media.focalY,
    aiGenerated: media.aiGenerated,
    oldAddresses: media.redirects.map(({ path }) => path),
  }))
}

function fieldsOf(fields: Partial<DraftContent> | null): ExportedArticle['fields'] {
  if (!fields) return null
  const { dateline, originalHeadline, originalAuthor, searchTitle, searchDescription, aiAssistance } = fields
  return { dateline, originalHeadline, originalAuthor, searchTitle, searchDescription, aiAssistance }
}
