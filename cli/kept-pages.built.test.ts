import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { categoryPath } from '@/newsroom/addresses'
import { well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { Dice } from '@/server/test-dice'
import { ARTICLE_DEEDS } from './article-deeds-fixture'
import { type Difference, differences, visit } from './compare-sites-fixture'
import { freePort } from './free-port'
import { type Newsroom, openNewsroom } from './newsroom-fixture'
import { PAPER_DEEDS } from './paper-deeds-fixture'
import { ReaderAddresses } from './reader-addresses-fixture'
import { type RunningSite, startSiteProcess } from './site-fixture'

// In small and with more deeds: newsroom-truth.test.ts. Here two processes of the real site answer, one of which keeps nothing.
// The same seed does the same again; TRUTH_SECONDS=600 goes on for longer than the usual round.
const SEED = Number(process.env.TRUTH_SEED ?? 20_261_130)
const FOR_MS = Number(process.env.TRUTH_SECONDS ?? 0) * 1_000
const DEEDS_A_ROUND = 10
/** Every process has heard of a change by then. */
const HEARD_MS = 1_000
/** What is due is looked for every two seconds (server/jobs/scheduler.ts). */
const LOOKED_MS = 4_000

const DEEDS = { ...ARTICLE_DEEDS, ...PAPER_DEEDS }
/** What changes pages most often: done in every run, and looked at one by one, so that none hides behind another. */
const USUAL = [
  ...['change a text', 'correct', 'withdraw', 'schedule', 'import'],
  ...['change a category', 'merge tags', 'change a source', 'lay out the front page'],
]

let database: TestDatabase
let room: Newsroom
let sites: { kept: RunningSite; fresh: RunningSite }
beforeAll(async () => {
  const port = await freePort(0)
  const SITE_URL = `http://127.0.0.1:${port}`
  database = await createTestDatabase({ SITE_URL })
  room = await openNewsroom(new Dice(SEED))
  const shared = { SITE_URL, DATABASE_URL: database.url, DATA_DIR: database.dataDir }
  const other = await freePort(0)
  const [kept, fresh] = await Promise.all([
    startSiteProcess({ ...shared, PORT: String(port) }),
    // It has the first one's address, keeps nothing and does nothing by itself.
    startSiteProcess({ ...shared, PORT: String(other), PAGE_CACHE_BYTES: '0', JOBS: 'worker' }),
  ])
  sites = { kept, fresh }
}, 400_000)
afterAll(async () => {
  await Promise.all([sites?.kept.stop(), sites?.fresh.stop()])
  await database?.drop()
}, 60_000)

const addresses = new ReaderAddresses()
const compare = async (some: string[]) =>
  await differences(some, { kept: sites.kept.origin, fresh: sites.fresh.origin }, (html) => addresses.follow(html))

/** Those that still differ when everybody has heard: asked in the first second, a page may be the one of before; after it, none. */
async function compareAll(): Promise<Difference[]> {
  const doneMs = Date.now()
  let different = await compare(await addresses.now())
  for (let isLast = false; different.length > 0 && !isLast; ) {
    isLast = Date.now() > doneMs + HEARD_MS
    different = await compare(different.map(({ address }) => address))
  }
  return different
}

it('whatever is done in the newsroom, a kept page is what a fresh one would be', { timeout: FOR_MS + 400_000 }, async () => {
  await visit(await addresses.now(), sites.kept.origin, (html) => addresses.follow(html))
  const done: string[] = []
  const left = [...USUAL]
  while (left.length > 0) {
    const [name = ''] = left.splice(room.dice.below(left.length), 1)
    while (!(await tried(name, done))) expect(DEEDS, name).toHaveProperty([name])
    expect(told(await compareAll(), done)).toBe('')
  }
  const endMs = Date.now() + FOR_MS
  do {
    for (let deeds = 0; deeds < DEEDS_A_ROUND; ) if (await tried(room.dice.one(Object.keys(DEEDS)) ?? '', done)) deeds++
    expect(told(await compareAll(), done)).toBe('')
  } while (Date.now() < endMs)
})

/** Whether there was something to do it to, and it was not refused. */
async function tried(name: string, done: string[]): Promise<boolean> {
  const what = await DEEDS[name]?.(room)
  if (what) done.push(`${name}: ${what}`)
  return Boolean(what) && !what?.includes('refused')
}

it('a change that nobody is told of would be seen', async () => {
  const [category] = await db().articleCategory.findMany({
    where: { article: { publication: 'live' } },
    include: { category: true },
  })
  const { id, slug } = category?.category ?? { id: 0, slug: '' }
  const address = categoryPath(slug)
  expect(await compare([address])).toEqual([])
  await db().category.update({ where: { id }, data: { name: '无人知晓' } })
  expect((await compare([address])).map((found) => found.address)).toEqual([address])
})

it('a site that leaves the jobs to a worker does none of them', async () => {
  // The other did what was due: the deeds above waited for it.
  await sites.kept.stop()
  const articleId = await writeReady(room.desk)
  well(await publishArticle(room.desk.chief, { articleId, at: new Date(Date.now() + 500) }))
  await sleep(LOOKED_MS)
  expect(await db().article.findUnique({ where: { id: articleId } })).toMatchObject({ publication: 'scheduled' })
  expect(await db().schedule.count({ where: { articleId, doneAt: null } })).toBe(1)
})

function told(found: Difference[], done: string[]): string {
  if (found.length === 0) return ''
  const pages = found.slice(0, 8).map(({ address, text }) => `${address}\n${text}`)
  const steps = done.map((what, index) => `${index + 1}. ${what}`).join('\n')
  return `TRUTH_SEED=${SEED}: ${found.length} kept pages are not what a fresh one would be\n${pages.join('\n')}\nsteps:\n${steps}`
}
