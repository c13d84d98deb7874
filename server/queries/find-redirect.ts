import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import { CATEGORIES, nameTag, redirectTag } from '@/newsroom/cache-tags'
import { readRenditions } from '@/newsroom/rendition'
import { isReservedAddress } from '@/newsroom/reserved-address'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { addressed, addressOf } from './find-address'

const NEWS_SHARE = '/html_News/NewsShare.html'
/** A folder's page by the name of its file, as a static site serves it, too. */
const INDEX_FILE = /^(.*\/)index\.html$/
const CATEGORY_PAGE = /^\/category\/(?<page>[^/]+)\.html$|^\/(?<folder>[^/]+)\/?$/

/** Where an address of the old site leads today, or null. `path` is decoded; `infoCode` is the share link's only parameter. */
export async function findRedirect(path: string, infoCode: string | null): Promise<string | null> {
  if (path === NEWS_SHARE && infoCode) return await findByInfoCode(infoCode)
  const folder = INDEX_FILE.exec(path)?.[1]
  if (folder === '/') return folder
  if (isReservedAddress(path)) return null
  // A closing slash is lost on the way here; the old site had addresses with and without.
  const spellings = [path, `${path.replace(/\/$/, '')}/`, ...(folder ? [folder, folder.slice(0, -1)] : [])]
  reads(...spellings.map(redirectTag))
  const redirect = await readDb().redirect.findFirst({
    where: { path: { in: spellings } },
    include: { article: addressed, category: merged, tag: merged, source: merged, media: true },
  })
  if (redirect?.article) return addressOf(redirect.article)
  if (redirect?.category) return categoryPath(standing('category', redirect.category).slug)
  if (redirect?.tag) return tagPath(standing('tag', redirect.tag).slug)
  if (redirect?.source) return sourcePath(standing('source', redirect.source).slug)
  const [picture] = readRenditions(redirect?.media?.renditions)
  if (picture) return `/media/${picture.key}`
  return await findArchiveCategory(folder ?? path)
}

/** Whether an address led to something once that is not there any more. */
export async function wasAddress(path: string): Promise<boolean> {
  reads(redirectTag(path))
  const nothing = { articleId: null, categoryId: null, tagId: null, sourceId: null, mediaId: null }
  return (await readDb().redirect.findFirst({ where: { path, ...nothing }, select: { path: true } })) !== null
}

const merged = { include: { mergedInto: { select: { id: true, slug: true } } } } as const

interface Name {
  id: number
  slug: string
}

/** Whatever a name became part of, or itself. */
function standing(kind: 'category' | 'tag' | 'source', row: Name & { mergedInto: Name | null }): Name {
  const name = row.mergedInto ?? row
  reads(nameTag(`${kind}:${row.id}`), nameTag(`${kind}:${name.id}`))
  return name
}

async function findByInfoCode(infoCode: string): Promise<string | null> {
  reads(redirectTag(`${NEWS_SHARE}?${infoCode}`))
  const article = await readDb().article.findFirst({
    where: { externalId: infoCode },
    ...addressed,
    orderBy: { createdAt: 'asc' },
  })
  return article && addressOf(article)
}

/** `/category/{name}.html` and `/{name}/`: the archive's own names, letter for letter. */
async function findArchiveCategory(path: string): Promise<string | null> {
  const { page, folder } = CATEGORY_PAGE.exec(path)?.groups ?? {}
  const archiveName = page ?? folder
  if (!archiveName) return null
  reads(CATEGORIES)
  const category =
    (await readDb().category.findUnique({ where: { archiveName }, ...merged })) ??
    (await readDb().category.findFirst({
      where: { archiveName: { equals: archiveName, mode: 'insensitive' } },
      ...merged,
      orderBy: { id: 'asc' },
    }))
  return category && categoryPath(standing('category', category).slug)
}
