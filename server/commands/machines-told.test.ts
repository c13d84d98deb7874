import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDay } from '@/newsroom/calendar'
import { db } from '@/server/db'
import { listFeed } from '@/server/queries/list-feed'
import { listNews } from '@/server/queries/list-news'
import { listArticlesOfPart } from '@/server/queries/list-sitemap-part'
import { listSitemapParts } from '@/server/queries/list-sitemap-parts'
import { withRenderScope } from '@/server/render-scope'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { correctArticle } from './correct-article'
import { openDesk, type TestDesk, well, writeReady } from './desk-fixture'
import { publishArticle } from './publish-article'
import { restoreArticle } from './restore-article'
import { revokeCorrection } from './revoke-correction'
import { withdrawArticle } from './withdraw-article'

let database: TestDatabase
let desk: TestDesk
let articleId: string
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
  articleId = await writeReady(desk)
})
afterAll(() => database.drop())

const month = calendarDay(new Date(), 'Asia/Shanghai').slice(0, 7)
const ANSWERS = {
  feed: () => listFeed('site'),
  'sitemap index': () => listSitemapParts(),
  'sitemap part': () => listArticlesOfPart(month, 1),
  'news sitemap': () => listNews(1),
}

/** What of the feeds and maps, kept from before a change, the change drops; those that hold the article afterwards, with their text. */
async function around(change: () => Promise<unknown>) {
  const kept = await Promise.all(
    Object.entries(ANSWERS).map(async ([name, ask]) => ({ name, tags: (await withRenderScope<unknown>(ask)).scope.tags })),
  )
  const position = (await db().busEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n
  await change()
  const told = (await db().busEvent.findMany({ where: { id: { gt: position } } })).flatMap(({ tags }) => tags)
  const texts = await Promise.all(Object.entries(ANSWERS).map(async ([name, ask]) => [name, JSON.stringify(await ask())]))
  return {
    dropped: kept.filter(({ tags }) => told.some((tag) => tags.has(tag))).map(({ name }) => name),
    holding: texts.filter(([, text]) => text?.includes(articleId)).map(([name]) => name),
  }
}
const ALL = Object.keys(ANSWERS)
const NAMING = ['feed', 'sitemap part', 'news sitemap']

it('feeds and maps hear of a publication, a correction, its end, a withdrawal and its end, at once', async () => {
  expect(await around(async () => well(await publishArticle(desk.chief, { articleId })))).toEqual({
    dropped: ALL,
    holding: NAMING,
  })
  const [before] = await listArticlesOfPart(month, 1)
  let correctionId = 0
  const corrected = await around(async () => {
    correctionId = well(await correctArticle(desk.chief, { articleId, wrong: '三棵', right: '一棵' })).correctionId
  })
  expect(corrected).toEqual({ dropped: ALL, holding: NAMING })
  const [after] = await listArticlesOfPart(month, 1)
  expect(after?.changedAt?.getTime()).toBeGreaterThan(before?.changedAt?.getTime() ?? Number.POSITIVE_INFINITY)
  expect((await listFeed('site')).articles[0]?.corrections).toHaveLength(1)

  expect(
    (await around(async () => well(await revokeCorrection(desk.chief, { correctionId, reason: '原文无误' })))).dropped,
  ).toEqual(ALL)
  expect((await listFeed('site')).articles[0]?.corrections).toEqual([])

  const withdraw = () => withdrawArticle(desk.chief, { articleId, reason: '有误', approver: '陶管理' })
  expect(await around(async () => well(await withdraw()))).toEqual({ dropped: ALL, holding: [] })
  const restore = () => restoreArticle(desk.administrator, { articleId, reason: '查清' })
  expect(await around(async () => well(await restore()))).toEqual({ dropped: ALL, holding: NAMING })
})
