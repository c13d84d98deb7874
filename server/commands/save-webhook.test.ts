import { afterAll, beforeAll, expect, it } from 'vitest'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { findPushes } from '@/server/queries/find-pushes'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { openDesk, refusals, type TestDesk, well } from './desk-fixture'
import { changeWebhook, createWebhook, removeWebhook, renewSecret } from './save-webhook'
import { testWebhook, tryAgain } from './try-deliveries'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase({
    SITE_URL: 'https://news.example',
    INDEXNOW_KEY: 'a1b2c3d4e5f60718',
    BAIDU_PUSH_TOKEN: 'Zc0mN8pQr4sT6uVw',
  })
  desk = await openDesk()
})
afterAll(() => database.drop())

const INPUT = { url: 'https://partner.example/hook?key=s3cret', events: ['article.published' as const], active: true }
const deeds = async () =>
  (await db().auditEntry.findMany({ orderBy: { id: 'asc' } })).filter(({ action }) => /^(webhook|push)/.test(action))

it('is an administrator’s alone', async () => {
  const { chief } = desk
  expect(refusals(await createWebhook(chief, INPUT))).toEqual(['denied.role'])
  expect(refusals(await changeWebhook(chief, 1, INPUT))).toEqual(['denied.role'])
  expect(refusals(await renewSecret(chief, 1))).toEqual(['denied.role'])
  expect(refusals(await removeWebhook(chief, 1))).toEqual(['denied.role'])
  expect(refusals(await testWebhook(chief, 1))).toEqual(['denied.role'])
  expect(refusals(await tryAgain(chief, { channel: 'indexnow' }))).toEqual(['denied.role'])
})

it('shows its secret once, and neither page nor record has it, nor what stands behind the question mark', async () => {
  const { administrator } = desk
  const { secret } = well(await createWebhook(administrator, INPUT))
  expect(secret).toMatch(/^whsec_[\w-]{43}$/)
  const [hook] = await db().webhook.findMany()
  const id = hook?.id ?? 0
  const other = well(await renewSecret(administrator, id))
  expect(other.secret).not.toBe(secret)
  well(await changeWebhook(administrator, id, { ...INPUT, active: false }))
  expect(refusals(await testWebhook(administrator, id))).toEqual(['webhook.off'])
  well(await changeWebhook(administrator, id, INPUT))
  well(await testWebhook(administrator, id))
  const recorded = JSON.stringify((await deeds()).map(({ action, label, before, after }) => [action, label, before, after]))
  expect((await deeds()).map(({ action }) => action)).toEqual([
    'webhook.create',
    'webhook.renew-secret',
    'webhook.change',
    'webhook.change',
    'webhook.test',
  ])
  const page = JSON.stringify(await findPushes())
  for (const hidden of [secret, other.secret, 'Zc0mN8pQr4sT6uVw', 'a1b2c3d4e5f60718']) {
    expect(recorded).not.toContain(hidden)
    expect(page).not.toContain(hidden)
  }
  expect(recorded).not.toContain('s3cret')
  expect(recorded).toContain('partner.example/hook?…')
})

it('begins anew when it is switched on again, and goes with all that waits for it', async () => {
  const { administrator } = desk
  const { id } = await db().webhook.findFirstOrThrow()
  const worn = {
    active: false,
    switchedOff: true,
    failures: 40,
    failingSince: new Date(),
    pausedUntil: new Date(Date.now() + 60_000),
  }
  await db().webhook.update({ where: { id }, data: worn })
  expect((await findPushes()).webhooks).toEqual([expect.objectContaining({ switchedOff: true, failures: 40, waiting: 1 })])
  well(await changeWebhook(administrator, id, INPUT))
  const fresh = { active: true, switchedOff: false, failures: 0, pausedUntil: null }
  expect(await db().webhook.findUnique({ where: { id } })).toMatchObject({ ...fresh, failingSince: null })
  well(await removeWebhook(administrator, id))
  expect(await db().delivery.count()).toBe(0)
  expect(refusals(await removeWebhook(administrator, id))).toEqual(['not-found'])
})

it('what was given up goes out again when somebody says so', async () => {
  const gaveUpAt = new Date()
  await db().delivery.createMany({
    data: [
      { channel: 'baidu', target: '/1', event: 'article.published', gaveUpAt, attempts: 20 },
      { channel: 'baidu', target: '/2', event: 'article.published', doneAt: gaveUpAt },
      { channel: 'indexnow', target: '/1', event: 'article.published', gaveUpAt },
    ],
  })
  await db().pushChannel.create({ data: { channel: 'baidu', failures: 3, pausedUntil: new Date(Date.now() + 3_600_000) } })
  const { channels } = await findPushes()
  expect(channels.map(({ channel, set, gaveUp }) => [channel, set, gaveUp])).toEqual([
    ['indexnow', true, 1],
    ['baidu', true, 1],
    ['websub', false, 0],
  ])
  expect(well(await tryAgain(desk.administrator, { channel: 'baidu' })).count).toBe(1)
  const waiting = await db().delivery.findMany({ where: { doneAt: null, gaveUpAt: null } })
  expect(waiting).toEqual([expect.objectContaining({ channel: 'baidu', target: '/1', attempts: 0 })])
  expect((await db().pushChannel.findUnique({ where: { channel: 'baidu' } }))?.pausedUntil).toBeNull()
})

it('says why nothing is sent', async () => {
  expect((await findPushes()).reach).toBe('public')
  for (const [SITE_URL, SITE_URL_GIVEN, reach] of [
    ['http://localhost:3000', false, 'not-given'],
    ['http://192.168.1.5', true, 'private'],
  ] as const) {
    Object.assign(config(), { SITE_URL, SITE_URL_GIVEN })
    expect((await findPushes()).reach).toBe(reach)
    expect(refusals(await testWebhook(desk.administrator, 1))).toEqual(['webhook.no-site'])
  }
})
