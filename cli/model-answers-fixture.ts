import { articlePath } from '@/newsroom/addresses'
import { config } from '@/server/config'
import { findAddress } from '@/server/queries/find-address'
import { findArticle } from '@/server/queries/find-article'
import { findCategory } from '@/server/queries/find-category'
import { findRedirect, wasAddress } from '@/server/queries/find-redirect'
import { findSource } from '@/server/queries/find-source'
import { findTag } from '@/server/queries/find-tag'
import { listArticles } from '@/server/queries/list-articles'
import { listFeed } from '@/server/queries/list-feed'
import { listFullArticles } from '@/server/queries/list-full-articles'

const FIND = { category: findCategory, tag: findTag, source: findSource }
const DATED = /^\/\d{4}\/\d\d\/\d\d\/(\w{10})$/
const PLACE = /^\/(category|tag|source)\/([^/]+)(?:\/(?:feed\.xml|rss\.xml|feed\.json))?$/

/** What an address answers, as its route decides it (app/): a status, and where it leads. */
export async function answerAt(path: string): Promise<{ status: number; to?: string }> {
  const [, id] = DATED.exec(path) ?? []
  const found = id ? await findArticle(id) : null
  if (found && found.state !== 'live') return { status: 410 }
  if (found) {
    const to = articlePath(found.article, config().SITE_TIMEZONE)
    return to === path ? { status: 200 } : { status: 308, to }
  }
  const [, kind, slug = ''] = PLACE.exec(path) ?? []
  if (kind && (await FIND[kind as keyof typeof FIND](decodeURIComponent(slug)))) return { status: 200 }
  const short = path.startsWith('/s/') && (await findAddress(path.slice('/s/'.length)))
  const page = kind ? `/${kind}/${decodeURIComponent(slug)}` : path
  const to = short || (await findRedirect(page, null))
  return to ? { status: short ? 302 : 308, to } : { status: (await wasAddress(page)) ? 410 : 404 }
}

/** Everything a list, its feed and the API's list hold, each walked from end to end. */
export async function walksOf(list: Parameters<typeof listArticles>[0]): Promise<Record<'list' | 'feed' | 'api', string[]>> {
  const [kind, id] = list.split(':')
  const place = kind === 'site' ? {} : { [`${kind}Id`]: Number(id) }
  return {
    list: await walk(async (before) => {
      const { items, older } = await listArticles(list, { before, size: 7 })
      return { ids: items.map((item) => item.id), next: older }
    }),
    feed: await walk(async (before) => {
      const { articles, older } = await listFeed(list, before)
      return { ids: articles.map((article) => article.id), next: older }
    }),
    api: await walk(async (cursor) => {
      const { items, next } = await listFullArticles({ ...place, cursor, size: 11, withBody: false })
      return { ids: items.map(({ article }) => article.id), next }
    }),
  }
}

async function walk(page: (cursor: string | undefined) => Promise<{ ids: string[]; next: string | null }>): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { ids: more, next } = await page(cursor)
    ids.push(...more)
    cursor = next
  }
  return ids
}
