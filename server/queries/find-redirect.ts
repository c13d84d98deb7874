import type { Prisma } from '@/generated/prisma/client'
import { articlePath, categoryPath } from '@/newsroom/addresses'
import { articleTag, CATEGORIES, redirectTag } from '@/newsroom/cache-tags'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'
import type { Rendition } from './article-card'

const NEWS_SHARE = '/html_News/NewsShare.html'
const CATEGORY_PAGE = /^\/category\/(?<page>[^/]+)\.html$|^\/(?<folder>[^/]+)\/?$/
const target = { select: { id: true, publishedAt: true, publication: true } } as const
type Target = Prisma.ArticleGetPayload<typeof target>

/** Where an address of the old site leads today, or null. `path` is decoded; `infoCode` is the share link's only parameter. */
export async function findRedirect(path: string, infoCode: string | null): Promise<string | null> {
  if (path === NEWS_SHARE && infoCode) return await findByInfoCode(infoCode)
  reads(redirectTag(path))
  const redirect = await db().redirect.findUnique({ where: { path }, include: { article: target, category: true, media: true } })
  if (redirect?.article) return addressOf(redirect.article)
  if (redirect?.category) return categoryPath(redirect.category.slug)
  if (redirect?.media) return `/media/${(redirect.media.renditions as unknown as Rendition[]).at(-1)?.key}`
  return await findArchiveCategory(path)
}

async function findByInfoCode(infoCode: string): Promise<string | null> {
  reads(redirectTag(`${NEWS_SHARE}?${infoCode}`))
  const article = await db().article.findFirst({ where: { externalId: infoCode }, ...target, orderBy: { createdAt: 'asc' } })
  return article && addressOf(article)
}

/** `/category/{name}.html` and `/{name}/`: the archive's own names, letter for letter. */
async function findArchiveCategory(path: string): Promise<string | null> {
  const { page, folder } = CATEGORY_PAGE.exec(path)?.groups ?? {}
  const archiveName = page ?? folder
  if (!archiveName) return null
  reads(CATEGORIES)
  const category =
    (await db().category.findUnique({ where: { archiveName } })) ??
    (await db().category.findFirst({
      where: { archiveName: { equals: archiveName, mode: 'insensitive' } },
      orderBy: { id: 'asc' },
    }))
  return category && categoryPath(category.slug)
}

/** What was never public has no address yet; what was withdrawn keeps its own, which says so. */
function addressOf(article: Target): string | null {
  reads(articleTag(article.id))
  if (!article.publishedAt || (article.publication !== 'live' && article.publication !== 'withdrawn')) return null
  return articlePath({ id: article.id, publishedAt: article.publishedAt }, config().SITE_TIMEZONE)
}
