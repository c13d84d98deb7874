// For bench/machines.ts: fills an empty database from a file of SQL, makes each feed and map as often as told, and prints how long
// that took, how large it is, and what the process needs. `machine-times FILE.sql ROUNDS`
import { calendarDay, previousPeriod } from '@/newsroom/calendar'
import { writeAtom } from '@/newsroom/feed/atom'
import { toFeed } from '@/newsroom/feed/feed'
import { writeJsonFeed } from '@/newsroom/feed/json-feed'
import { writeRss } from '@/newsroom/feed/rss'
import type { Site } from '@/newsroom/site'
import { writeNewsSitemap, writeSitemap, writeSitemapIndex } from '@/newsroom/sitemap/sitemap'
import { listFeed } from '@/server/queries/list-feed'
import { listNews } from '@/server/queries/list-news'
import { listArchiveOfYear, listArticlesOfPart, listNamesOfPart } from '@/server/queries/list-sitemap-part'
import { listSitemapParts } from '@/server/queries/list-sitemap-parts'
import { fillBySql } from './fill-by-sql'
import { prepareDatabase } from './setup'

const [sqlFile = '', rounds = '10'] = process.argv.slice(2)
const site: Site = { name: '大报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const month = previousPeriod(calendarDay(new Date(), site.timeZone).slice(0, 7))

const feed = async () => {
  const { articles, older } = await listFeed('site')
  const options = { text: 'full', hub: undefined, before: null, older } as const
  return toFeed({ name: null, path: '/', description: '最新消息' }, articles, site, options)
}
const MADE: [name: string, make: () => Promise<string>][] = [
  ['/feed.xml', async () => writeAtom(await feed())],
  ['/rss.xml', async () => writeRss(await feed())],
  ['/feed.json', async () => writeJsonFeed(await feed())],
  ['/sitemap.xml', async () => writeSitemapIndex(await listSitemapParts(), site)],
  ['/sitemap/{month}.xml', async () => writeSitemap(await listArticlesOfPart(month, 1), site)],
  ['/sitemap/tag-1.xml', async () => writeSitemap(await listNamesOfPart('tag', 1), site)],
  ['/sitemap/archive-{year}.xml', async () => writeSitemap(await listArchiveOfYear(month.slice(0, 4)), site)],
  ['/news-sitemap.xml', async () => writeNewsSitemap(await listNews(1), site)],
]

const prepared = await prepareDatabase()
try {
  await fillBySql(sqlFile)
  for (const [name, make] of MADE) await measure(name, make)
} finally {
  await prepared.release()
}

/** The first round only warms up. */
async function measure(name: string, make: () => Promise<string>): Promise<void> {
  const times: number[] = []
  let text = ''
  let cpuBefore = process.cpuUsage()
  for (let round = 0; round <= Number(rounds); round++) {
    if (round === 1) cpuBefore = process.cpuUsage()
    const start = performance.now()
    text = await make()
    if (round > 0) times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  const result = {
    name,
    times,
    cpuMs: (user + system) / 1_000 / times.length,
    bytes: Buffer.byteLength(text),
    entries: text.match(/<loc>|<entry>|<item>|"date_published"/g)?.length ?? 0,
    rssBytes: process.resourceUsage().maxRSS * 1024,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}
