import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articlePath } from '@/newsroom/addresses'
import { endOf, firstOf } from '@/newsroom/api/moments'
import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import { writeCursor } from '@/newsroom/cursor'
import { NO_SEARCH } from '@/newsroom/search/search-query'
import { IMPORTER, SYSTEM } from '@/server/commands/actor'
import { createToken } from '@/server/commands/create-token'
import { openDesk, publishableText, refusals, type TestDesk, write } from '@/server/commands/desk-fixture'
import { importArticles } from '@/server/commands/import-articles'
import { fileOf } from '@/server/commands/import-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { scheduleUnpublish } from '@/server/commands/schedule-unpublish'
import { fillAll } from '@/server/commands/search-fixture'
import { setDates } from '@/server/commands/set-dates'
import { startImportRun } from '@/server/commands/start-import-run'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { configure, createTestDatabase, type TestDatabase } from '@/server/test-database'
import { countByPeriod } from './count-by-period'
import { findArticle } from './find-article'
import { listArticles } from './list-articles'
import { listAudit } from './list-audit'
import { listDeskArticles } from './list-desk-articles'
import { listFullArticles } from './list-full-articles'
import { listPeriod } from './list-period'
import { listArchiveOfYear, listArticlesOfPart } from './list-sitemap-part'
import { listSitemapParts } from './list-sitemap-parts'
import { searchArticles } from './search-articles'

/** The first instant there is, a leap day that no century has, the hours that clocks have twice or not at all, the turn of a year. */
const INSTANTS = [
  ...['0001-01-01T00:00:00.000Z', '0004-02-29T12:00:00.000Z', '1582-10-10T00:00:00.000Z', '1900-12-31T15:54:17.000Z'],
  ...['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2000-02-29T23:59:59.999Z', '2021-11-07T05:30:00.000Z'],
  ...['2021-11-07T06:30:00.000Z', '2022-03-13T06:59:59.999Z', '2022-03-13T07:00:00.000Z', '2023-12-31T09:59:59.999Z'],
  ...['2023-12-31T10:00:00.000Z', '2023-12-31T23:59:59.999Z', '2024-01-01T11:59:59.999Z', '2024-02-29T00:00:00.000Z'],
].map((text) => new Date(text))
const LAST_ONES = ['9999-12-31T23:59:59.999Z', '9999-12-30T12:00:00.000Z'].map((text) => new Date(text))
const ZONES = ['America/New_York', 'Etc/GMT+12', 'Pacific/Kiritimati']

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
  desk = await openDesk()
  const files = [...INSTANTS, ...LAST_ONES].map((publishedAt, index) =>
    fileOf({
      path: `_posts/${index}.md`,
      headline: `第${index}篇`,
      publishedAt,
      publication: publishedAt > new Date() ? 'scheduled' : 'live',
    }),
  )
  const runId = await startImportRun(IMPORTER, 'time.example')
  await importArticles(IMPORTER, { runId, archive: 'time.example', files })
  await fillAll()
})
afterAll(() => database.drop())

describe.each(ZONES)('in %s', (zone) => {
  beforeAll(() => configure({ LOG_LEVEL: 'silent', DATABASE_URL: database.url, DATA_DIR: database.dataDir, SITE_TIMEZONE: zone }))

  it('each article stands in its day, its month and its year, at an address that names them', async () => {
    const rows = await db().article.findMany({ where: { publication: 'live' }, orderBy: { publishedAt: 'asc' } })
    expect(rows.map(({ publishedAt }) => publishedAt)).toEqual(INSTANTS)
    for (const { id, publishedAt } of rows) {
      const day = calendarDay(publishedAt ?? new Date(), zone)
      expect(articlePath({ id, publishedAt: publishedAt ?? new Date() }, zone)).toBe(`/${day.replaceAll('-', '/')}/${id}`)
      expect(await findArticle(id)).toMatchObject({ state: 'live' })
      for (const period of [day, day.slice(0, 7), day.slice(0, 4)])
        expect(
          (await listPeriod(period)).items.map((item) => item.id),
          period,
        ).toContain(id)
      expect(await countByPeriod(day.slice(0, 7))).toContainEqual({ period: day, count: expect.any(Number) })
      expect((await listArticlesOfPart(day.slice(0, 7), 1)).map(({ path }) => path)).toContain(
        `/${day.replaceAll('-', '/')}/${id}`,
      )
      const wanted = { from: firstOf(day, zone), before: endOf(day, zone), size: 20, withBody: false }
      expect((await listFullArticles(wanted)).items.map(({ article }) => article.id)).toContain(id)
    }
    const [leap] = rows.slice(-1)
    const found = await searchArticles({ ...NO_SEARCH, words: ['篇'], from: '2024-02-28', to: '2024-02-29' })
    expect(found.state === 'found' && found.hits.map((hit) => hit.id)).toEqual([leap?.id])
    const years = await countByPeriod('')
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(INSTANTS.length)
    expect((await listSitemapParts()).length).toBeGreaterThan(5)
  })

  it.each(['0001', '0001-01', '0001-01-01', '9999', '9999-12', '9999-12-31', '1582-10-10', '2024-02-29'])(
    'whoever asks for %s is answered',
    async (period) => {
      const edge = (at: string) => writeCursor({ at: startOfPeriod(at, zone), id: '00000000' })
      await countByPeriod(period.slice(0, 7))
      await listArchiveOfYear(period.slice(0, 4))
      await listArticles('site', { before: edge(period), size: 1 })
      await listArticles('site', { after: edge(nextPeriod(period)), size: 1 })
      const { items } = await listPeriod(period)
      expect(items.every(({ publishedAt }) => calendarDay(publishedAt, zone).startsWith(period))).toBe(true)
      const mapped = period.length > 4 ? await listArticlesOfPart(period, 1) : []
      expect(mapped.every(({ path }) => path.startsWith(`/${period.replaceAll('-', '/')}/`))).toBe(true)
      if (period.length < 10) return
      await searchArticles({ ...NO_SEARCH, words: ['篇'], from: period, to: period })
      await listDeskArticles(desk.administrator, { from: period, to: period }, {})
      await listAudit({ who: null, action: null, subject: null, from: period, until: period }, null, 10)
    },
  )
})

describe('a day or a time that is typed at the desk', () => {
  const draft = () => write(desk.administrator, publishableText(desk.categories[0]))

  it.each(['0001-01-01', '9999-12-31', '2024-02-29'])('is kept as the day it is meant for: %s', async (plannedFor) => {
    const articleId = await draft()
    expect(refusals(await setDates(SYSTEM, { articleId, plannedFor }))).toEqual([])
    const { plannedFor: kept } = await db().article.findUniqueOrThrow({ where: { id: articleId } })
    expect(kept?.toISOString().slice(0, 10)).toBe(plannedFor)
  })

  it.each(['0000-01-01', '2023-02-29', '2024-13-01', '10000-01-01', '-001-01-01'])(
    'is refused where there is none: %s',
    async (day) => {
      expect(refusals(await setDates(SYSTEM, { articleId: await draft(), plannedFor: day }))).toEqual(['dates.no-day'])
    },
  )

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00Z'])(
    'is no embargo, no publication and no end where nobody plans: %s',
    async (text) => {
      const [articleId, at] = [await draft(), new Date(text)]
      expect(refusals(await setDates(SYSTEM, { articleId, embargoUntil: at }))).toEqual(['schedule.too-far'])
      const isPast = at < new Date()
      // A time that has passed means now.
      expect(refusals(await publishArticle(SYSTEM, { articleId, at }))).toEqual(isPast ? [] : ['schedule.too-far'])
      if (!isPast) await publishArticle(SYSTEM, { articleId })
      expect(refusals(await scheduleUnpublish(SYSTEM, { articleId, at }))).toEqual([
        isPast ? 'schedule.past' : 'schedule.too-far',
      ])
    },
  )

  it('gives a token for as long as there are days', async () => {
    const wanted = { name: '永久', wire: 'wire', publish: false, categoryIds: [], until: '9999-12-31' }
    expect(refusals(await createToken(desk.administrator, wanted))).toEqual([])
    expect(refusals(await createToken(desk.administrator, { ...wanted, until: '0001-01-01' }))).toEqual(['token.until'])
  })

  it('what an archive promises for the last day of all stays a promise', async () => {
    const promised = await db().article.findMany({ where: { publication: 'scheduled' }, orderBy: { publishedAt: 'desc' } })
    expect(promised.map(({ publishedAt }) => publishedAt)).toEqual(LAST_ONES)
    for (const { id } of promised) expect(await findArticle(id)).toBeNull()
    expect(config().SITE_TIMEZONE).toBe(ZONES.at(-1))
  })
})
