import { currentSite } from '@/app/(site)/site'
import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import type { ListName } from '@/newsroom/cache-tags'
import { writeAtom } from '@/newsroom/feed/atom'
import { type Feed, type FeedFormat, type FeedOf, feedPath, toFeed } from '@/newsroom/feed/feed'
import { writeJsonFeed } from '@/newsroom/feed/json-feed'
import { writeRss } from '@/newsroom/feed/rss'
import { decodePart } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { config } from '@/server/config'
import { findCategory } from '@/server/queries/find-category'
import { findRedirect, wasAddress } from '@/server/queries/find-redirect'
import { findSource } from '@/server/queries/find-source'
import { findTag } from '@/server/queries/find-tag'
import { listFeed } from '@/server/queries/list-feed'

type Kind = 'category' | 'tag' | 'source'
type Found = (NamedPlace & { id: number }) | null

const FORMATS: Record<FeedFormat, { write: (feed: Feed) => string; type: string }> = {
  atom: { write: writeAtom, type: 'application/atom+xml' },
  rss: { write: writeRss, type: 'application/rss+xml' },
  json: { write: writeJsonFeed, type: 'application/feed+json' },
}
const FIND: Record<Kind, (slug: string) => Promise<Found>> = { category: findCategory, tag: findTag, source: findSource }
const PATH: Record<Kind, (slug: string) => string> = { category: categoryPath, tag: tagPath, source: sourcePath }

export function siteFeed(format: FeedFormat) {
  return async (request: Request) => {
    const { name, locale } = currentSite()
    return await answer(request, format, 'site', {
      name: null,
      path: '/',
      description: texts(locale)('site.description', { name }),
    })
  }
}

/** The feed of a category, tag or source; of one that became part of another, it leads there. */
export function placeFeed(kind: Kind, format: FeedFormat) {
  return async (request: Request, { params }: { params: Promise<{ slug: string }> }) => {
    const slug = decodePart((await params).slug)
    const found = slug ? await FIND[kind](slug) : null
    if (!found) return await elsewhere(kind, slug, format)
    const { name: site, locale } = currentSite()
    const { id, name } = found
    const description = texts(locale)(`list.${kind}Description`, { site, name })
    return await answer(request, format, `${kind}:${id}`, { name, path: PATH[kind](found.slug), description })
  }
}

async function answer(request: Request, format: FeedFormat, list: ListName, of: FeedOf): Promise<Response> {
  const { FEED_TEXT: text, WEBSUB_HUB: hub } = config()
  const before = new URL(request.url).searchParams.get('before')
  const { articles, older } = await listFeed(list, before ?? undefined)
  const feed = toFeed(of, articles, currentSite(), { text, hub, before, older })
  const { write, type } = FORMATS[format]
  return new Response(write(feed), {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Access-Control-Allow-Origin': '*',
      ...(feed.hub && { Link: `<${feed.hub}>; rel="hub", <${feed.urls[format].self}>; rel="self"` }),
    },
  })
}

async function elsewhere(kind: Kind, slug: string | null, format: FeedFormat): Promise<Response> {
  const target = slug && (await findRedirect(`/${kind}/${slug}`, null))
  if (target) return new Response(null, { status: 308, headers: { Location: feedPath(target, format) } })
  const isGone = slug !== null && (await wasAddress(`/${kind}/${slug}`))
  return isGone ? new Response('gone\n', { status: 410 }) : new Response('not found\n', { status: 404 })
}
