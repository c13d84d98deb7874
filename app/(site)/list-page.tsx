import type { Metadata } from 'next'
import { cache, type ReactNode } from 'react'
import { ArticleList } from '@/components/site/article-list'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Pager, withCursor } from '@/components/site/pager'
import type { ListName } from '@/newsroom/cache-tags'
import { calendarDay } from '@/newsroom/calendar'
import { dateOf } from '@/newsroom/dates'
import { type Query, readCursor, readView } from '@/newsroom/read-params'
import { breadcrumbList, collectionPage, type ListedItem, listedArticles } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { listArticles } from '@/server/queries/list-articles'
import { listMetadata } from './page-metadata'
import { currentSite } from './site'
import { SiteFrame } from './site-frame'

/** A category, tag or source: what tells one list from another. */
interface Place {
  list: ListName
  name: string
  path: string
  /** 栏目, 标签, 来源 */
  kind: string
  /** what it lies in */
  above?: ListedItem[]
}

const SIZE = 24
const readList = cache((list: ListName, before?: string, after?: string) =>
  listArticles(list, { before, after, size: SIZE, folded: !list.startsWith('source:') }),
)

export async function placeMetadata(place: Place & { description: string }, query: Query): Promise<Metadata> {
  const cursor = readCursor(query)
  const list = await readList(place.list, cursor.before, cursor.after)
  const page = { title: place.name, description: place.description, path: place.path, feedsOf: place }
  // What is empty is there for those who kept its address.
  return { ...listMetadata(page, list, cursor), ...(list.items.length === 0 && { robots: { index: false, follow: true } }) }
}

interface Props {
  place: Place
  query: Query
  /** under the title: ways to related lists */
  children?: ReactNode
}

export async function PlacePage({ place: { list: listName, name, path, kind, above = [] }, query, children }: Props) {
  const site = currentSite()
  const t = texts(site.locale)
  const view = readView(query)
  const { before, after } = readCursor(query)
  const list = await readList(listName, before, after)
  const [first] = list.items
  const address = before ? withCursor(path, 'before', before) : after ? withCursor(path, 'after', after) : path
  return (
    <SiteFrame
      site={site}
      view={view}
      address={address}
      year={first && calendarDay(first.publishedAt, site.timeZone).slice(0, 4)}
    >
      <PageHead
        eyebrow={kind}
        title={name}
        note={list.newer && first && t('list.upTo', { day: dateOf(first.publishedAt, site) })}
      >
        {children}
      </PageHead>
      <ArticleList site={site} view={view} items={list.items} within={name} />
      <Pager site={site} view={view} path={path} list={list} />
      <JsonLd data={collectionPage({ name, path: address, items: listedArticles(list.items, site) }, site)} />
      <JsonLd data={breadcrumbList([{ name: t('site.home'), path: '/' }, ...above, { name, path }], site)} />
    </SiteFrame>
  )
}
