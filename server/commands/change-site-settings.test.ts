import { afterAll, beforeAll, expect, it } from 'vitest'
import { EVERYTHING, ROOT_FILES, redirectTag, settingTag } from '@/newsroom/cache-tags'
import { OPEN_CRAWLING } from '@/newsroom/crawl-rules'
import { NO_LICENCES } from '@/newsroom/licences'
import { db } from '@/server/db'
import { findReadCount } from '@/server/queries/find-read-count'
import { findRootFile, listRootFiles } from '@/server/queries/find-root-file'
import { findSiteSetting } from '@/server/queries/find-site-setting'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { putRootFile, removeRootFile } from './change-root-file'
import { changeSiteSettings } from './change-site-settings'
import { openDesk, refusals, type TestDesk, well } from './desk-fixture'
import { recordReads } from './record-reads'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())

const lastEvent = async () => (await db().busEvent.findFirst({ orderBy: { id: 'desc' } }))?.tags
const lastDeed = async () => await db().auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })

it('is an administrator’s alone', async () => {
  const change = { name: 'licences', value: NO_LICENCES } as const
  expect(refusals(await changeSiteSettings(desk.chief, change))).toEqual(['denied.role'])
  expect(refusals(await putRootFile(desk.chief, { name: 'ads.txt', text: 'x' }))).toEqual(['denied.role'])
  expect(refusals(await removeRootFile(desk.editor, 'ads.txt'))).toEqual(['denied.role'])
  expect(await db().siteSetting.count()).toBe(0)
})

it('shows on the next page, is on record, and makes every page stale that shows it', async () => {
  const value = { ...NO_LICENCES, icp: '豫ICP备12345678号-1' }
  well(await changeSiteSettings(desk.administrator, { name: 'licences', value }))
  expect(await findSiteSetting('licences')).toEqual(value)
  expect(await lastEvent()).toEqual([settingTag('licences'), EVERYTHING])
  expect(await lastDeed()).toMatchObject({
    action: 'settings.change',
    subject: 'settings:licences',
    before: NO_LICENCES,
    after: value,
  })
  const crawling = { ...OPEN_CRAWLING, ai: 'refuse' } as const
  well(await changeSiteSettings(desk.administrator, { name: 'crawling', value: crawling }))
  // Nothing but robots.txt reads it.
  expect(await lastEvent()).toEqual([settingTag('crawling')])
  expect(await findSiteSetting('crawling')).toEqual(crawling)
  expect(await findSiteSetting('licences')).toEqual(value)
})

it('lets readers know how often an article was read, and by the same choice no longer', async () => {
  await insertArticle({ id: 'aaaaaaaaa2' })
  await recordReads(new Map([['aaaaaaaaa2', 1234]]))
  expect((await withRenderScope(() => findReadCount('aaaaaaaaa2'))).result).toBeNull()
  well(await changeSiteSettings(desk.administrator, { name: 'readCounts', value: { shown: true } }))
  const { result, scope } = await withRenderScope(() => findReadCount('aaaaaaaaa2'))
  expect(result?.count).toBe(1234)
  expect([...scope.tags]).toEqual([settingTag('readCounts')])
  // The page that tells it ends ten minutes later, not with each reading.
  expect(scope.untilMs).toBe(Number(result?.at) + 600_000)
  well(await changeSiteSettings(desk.administrator, { name: 'readCounts', value: { shown: false } }))
  expect(await lastEvent()).toEqual([settingTag('readCounts')])
  expect(await findReadCount('aaaaaaaaa2')).toBeNull()
})

it('is asked of the database once a render, and every render names what it reads of it', async () => {
  const licences = () => findSiteSetting('licences')
  const { result, scope } = await withRenderScope(() => Promise.all([licences(), licences(), findSiteSetting('crawling')]))
  expect(result[0]).toBe(result[1])
  expect([...scope.tags]).toEqual([settingTag('licences'), settingTag('crawling')])
  const again = await withRenderScope(licences)
  expect(again.result).not.toBe(result[0])
})

it('puts files at the root, keeps two administrators from losing each other’s, and takes them away', async () => {
  const { administrator } = desk
  await Promise.all([
    putRootFile(administrator, { name: 'ads.txt', text: 'one' }),
    putRootFile(administrator, { name: 'BingSiteAuth.xml', text: '<users/>' }),
  ])
  expect((await listRootFiles()).map(({ name }) => name)).toEqual(['BingSiteAuth.xml', 'ads.txt'])
  well(await putRootFile(administrator, { name: 'ads.txt', text: 'two' }))
  expect(await findRootFile('/ads.txt')).toEqual({ name: 'ads.txt', text: 'two' })
  expect(await lastEvent()).toEqual([ROOT_FILES, redirectTag('/ads.txt')])
  expect(await lastDeed()).toMatchObject({ action: 'settings.put-file', label: '/ads.txt', before: { opening: 'one' } })
  well(await removeRootFile(administrator, 'ads.txt'))
  expect(await findRootFile('/ads.txt')).toBeNull()
  expect((await lastDeed()).action).toBe('settings.remove-file')
})

it('leaves an address of the old archive alone', async () => {
  await insertArticle({ id: 'aaaaaaaaaa', oldAddress: '/verify.html' })
  const outcome = await putRootFile(desk.administrator, { name: 'verify.html', text: 'x' })
  expect(outcome).toEqual({ ok: false, errors: [{ code: 'root-file.taken', field: 'name', params: { path: '/verify.html' } }] })
})
