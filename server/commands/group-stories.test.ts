import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { articleId } from '@/newsroom/article-id'
import { articleTag } from '@/newsroom/cache-tags'
import { fingerprintKeys } from '@/newsroom/text-fingerprint'
import { db } from '@/server/db'
import { findFrontPage } from '@/server/queries/find-front-page'
import { listArticles } from '@/server/queries/list-articles'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { IMPORTER } from './actor'
import { openDesk, type TestDesk, well } from './desk-fixture'
import { fillStories, uncomparedCount } from './fill-stories'
import { importArticles } from './import-articles'
import { fileOf } from './import-fixture'
import { startImportRun } from './start-import-run'
import { withdrawArticle } from './withdraw-article'

let database: TestDatabase
let desk: TestDesk
let runId: number
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
  runId = await startImportRun(IMPORTER, 'finews.example')
})
afterAll(() => database.drop())
beforeEach(async () => {
  await db().storyPlace.deleteMany()
  await db().articleFingerprint.deleteMany()
})

/** Three hundred characters, different for each seed. */
const copyOf = (seed: number) =>
  Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + ((seed * 977 + index * 37) % 9_000))).join('')

interface Copy {
  name: string
  outlet: string
  text: string
  hours?: number
  category?: string
}

async function arrive(...copies: Copy[]): Promise<string[]> {
  const files = copies.map(({ name, outlet, text, hours = 0, category = outlet }) =>
    fileOf({
      path: `_posts/${name}.md`,
      headline: `${name}的标题`,
      publishedAt: new Date(Date.UTC(2022, 1, 8, hours)),
      bodyHtml: `<p>${text}</p>`,
      plainText: text,
      source: outlet,
      categories: [{ archiveName: category, name: category }],
    }),
  )
  await importArticles(IMPORTER, { runId, archive: 'finews.example', files })
  return copies.map(({ name }) => articleId(`finews.example/_posts/${name}.md`))
}

const busPosition = async () => (await db().busEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n
const tagsSince = async (position: bigint) =>
  (await db().busEvent.findMany({ where: { id: { gt: position } } })).flatMap(({ tags }) => tags)

describe('one report of several outlets', () => {
  it('is found in one batch and across batches, however it was cut', async () => {
    const text = copyOf(1)
    const [first, second] = await arrive(
      { name: 'a1', outlet: '甲报', text },
      { name: 'a2', outlet: '乙报', text: `本报记者获悉，${text}`, hours: 2 },
    )
    const [third] = await arrive({ name: 'a3', outlet: '丙报', text: text.slice(0, 240), hours: 5 })
    const places = await db().storyPlace.findMany({ orderBy: { articleId: 'asc' } })
    expect(places.map(({ storyId }) => storyId)).toEqual([first, first, first])
    const { reports } = await listNeighbours(second ?? '')
    expect(reports.map(({ id }) => id)).toEqual([first, third])
  })

  it('is one line in a list, that of the first, with the number of the others', async () => {
    const text = copyOf(2)
    const [first, second] = await arrive(
      { name: 'b1', outlet: '甲报', text, category: '要闻' },
      { name: 'b2', outlet: '乙报', text, hours: 1, category: '要闻' },
      { name: 'b3', outlet: '丙报', text: copyOf(3), hours: 2, category: '要闻' },
    )
    const category = await db().category.findFirstOrThrow({ where: { name: '要闻' } })
    const { items } = await listArticles(`category:${category.id}`, { folded: true })
    expect(items.map(({ headline, otherOutlets }) => [headline, otherOutlets])).toEqual([
      ['b3的标题', 0],
      ['b1的标题', 1],
    ])
    const front = await findFrontPage()
    const shown = [...front.leads, ...front.newest].map(({ id }) => id)
    expect(shown).toContain(first)
    expect(shown).not.toContain(second)
    expect((await listArticles(`category:${category.id}`)).items).toHaveLength(3)
  })

  it('leaves another text, another week and an outlet’s own form alone', async () => {
    const text = copyOf(4)
    await arrive(
      { name: 'c1', outlet: '甲报', text },
      { name: 'c2', outlet: '乙报', text: copyOf(5), hours: 1 },
      { name: 'c3', outlet: '丙报', text, hours: 24 * 7 },
      { name: 'c4', outlet: '甲报', text: text.slice(0, 220), hours: 3 },
    )
    expect(await db().storyPlace.count()).toBe(0)
  })

  it('is told apart again when a text becomes another', async () => {
    const text = copyOf(6)
    const [first] = await arrive({ name: 'd1', outlet: '甲报', text }, { name: 'd2', outlet: '乙报', text })
    await arrive({ name: 'd2', outlet: '乙报', text: copyOf(7) })
    expect((await listNeighbours(first ?? '')).reports).toEqual([])
  })

  it('loses a withdrawn one, and every page that named it is drawn anew', async () => {
    const text = copyOf(8)
    const [first = '', second = ''] = await arrive(
      { name: 'e1', outlet: '甲报', text },
      { name: 'e2', outlet: '乙报', text, hours: 1 },
    )
    const before = await busPosition()
    well(await withdrawArticle(desk.administrator, { articleId: first, reason: '失实', approver: '陶管理' }))
    expect(await tagsSince(before)).toEqual(expect.arrayContaining([articleTag(first), articleTag(second)]))
    expect((await listNeighbours(second)).reports).toEqual([])
    const source = await db().source.findFirstOrThrow({ where: { name: '乙报' } })
    const { items } = await listArticles(`source:${source.id}`)
    expect(items.find(({ id }) => id === second)?.otherOutlets).toBe(0)
  })

  it('takes what everybody carries for a form', async () => {
    const text = copyOf(10)
    const copies = Array.from({ length: 130 }, (_, index) => ({
      name: `g${index}`,
      outlet: `第${index}报`,
      text,
      hours: index % 40,
    }))
    for (let at = 0; at < copies.length; at += 65) await arrive(...copies.slice(at, at + 65))
    const stories = await db().storyPlace.groupBy({ by: ['storyId'], _count: true })
    expect(stories.length).toBeGreaterThan(0)
    for (const { _count } of stories) expect(_count).toBeLessThanOrEqual(50)
  })

  it('turns the pages of the copies that were there when another comes', async () => {
    const text = copyOf(9)
    const [first = ''] = await arrive({ name: 'f1', outlet: '甲报', text })
    const before = await busPosition()
    await arrive({ name: 'f2', outlet: '乙报', text, hours: 30 })
    expect(await tagsSince(before)).toContain(articleTag(first))
  })
})

describe('what was never compared', () => {
  it('is put into stories a few at a time, while a text too short for it is passed by', async () => {
    const text = copyOf(40)
    const copies = [
      { name: 'f1', outlet: '甲报', text },
      { name: 'f2', outlet: '乙报', text, hours: 1 },
      { name: 'f3', outlet: '丙报', text: '短讯。', hours: 2 },
    ]
    const [first, second, short] = await arrive(...copies)
    await db().storyPlace.deleteMany()
    await db().articleFingerprint.deleteMany()
    expect(await uncomparedCount()).toBeGreaterThanOrEqual(3)
    const before = await busPosition()
    for (let last: string | null = ''; last !== null; ) last = (await fillStories(last, 2)).last
    const places = await db().storyPlace.findMany({ where: { articleId: { in: [first, second, short].map(String) } } })
    expect(places.map(({ articleId }) => articleId).sort()).toEqual([first, second].sort())
    expect(new Set(places.map(({ storyId }) => storyId)).size).toBe(1)
    expect(await tagsSince(before)).toContain(articleTag(String(first)))
    const left = await uncomparedCount()
    expect((await fillStories('', 500)).count).toBe(left)
    expect(await db().articleFingerprint.count({ where: { articleId: String(short) } })).toBe(0)
  })
})

describe('a form filled in every week for years', () => {
  it('hides no copy of today, and costs no look at each of its kind', async () => {
    const text = copyOf(50)
    const weeks = Array.from({ length: 230 }, (_, week) => ({ name: `w${week}`, outlet: '甲报', text, hours: -week * 168 - 500 }))
    await arrive(...weeks)
    const [first, second] = await arrive(
      { name: 'today', outlet: '甲报', text },
      { name: 'copy', outlet: '乙报', text, hours: 70 },
    )
    const places = await db().storyPlace.findMany({ select: { articleId: true, storyId: true } })
    expect(places.filter(({ articleId }) => articleId === first || articleId === second)).toHaveLength(2)
    expect(places.every(({ storyId }) => storyId === first)).toBe(true)
  })

  it('keys of before the migration become what is reckoned today', async () => {
    const [id = ''] = await arrive({ name: 'old', outlet: '甲报', text: copyOf(51) })
    const kept = await db().articleFingerprint.findUniqueOrThrow({ where: { articleId: id } })
    await db().articleFingerprint.update({ where: { articleId: id }, data: { keys: fingerprintKeys(kept.values) } })
    await db().$executeRawUnsafe(await readFile('prisma/migrations/20261203110000_story_keys/migration.sql', 'utf8'))
    expect((await db().articleFingerprint.findUniqueOrThrow({ where: { articleId: id } })).keys).toEqual(kept.keys)
    const [index] = (await db()
      .$queryRaw`SELECT reloptions FROM pg_class WHERE relname = 'ArticleFingerprint_keys_idx'`) as unknown[]
    expect(index).toEqual({ reloptions: ['fastupdate=off'] })
  })
})
