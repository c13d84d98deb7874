import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { lendWechatTicket } from './lend-wechat-ticket'

const NOON = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

/** Stands in for api.weixin.qq.com. */
let wechat: Server
let asked: string[] = []
let tokens = 0
let good = ''
let refuses = false
let database: TestDatabase
beforeAll(async () => {
  wechat = createServer((req, res) => {
    const url = new URL(req.url ?? '', 'http://wechat.test')
    asked.push(url.pathname)
    const say = (answer: object) => res.end(JSON.stringify(answer))
    if (refuses) return say({ errcode: 40164, errmsg: 'invalid ip, not in whitelist' })
    if (url.pathname === '/cgi-bin/token') {
      if (url.searchParams.get('appid') !== 'wx123' || url.searchParams.get('secret') !== 'hush') return say({ errcode: 40013 })
      good = `token-${++tokens}`
      return say({ access_token: good, expires_in: 7200 })
    }
    const isGood = url.searchParams.get('access_token') === good && url.searchParams.get('type') === 'jsapi'
    return say(isGood ? { errcode: 0, errmsg: 'ok', ticket: `ticket-of-${good}`, expires_in: 7200 } : { errcode: 40001 })
  })
  await new Promise<void>((resolve) => wechat.listen(0, '127.0.0.1', resolve))
  database = await createTestDatabase({
    WECHAT_APP_ID: 'wx123',
    WECHAT_APP_SECRET: 'hush',
    WECHAT_API_URL: `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`,
  })
})
afterAll(async () => {
  wechat.close()
  await database.drop()
})
beforeEach(async () => {
  await db().wechatTicket.deleteMany()
  asked = []
  tokens = 0
  refuses = false
})

it('asks once for all who need it, and again when the two hours are nearly over', async () => {
  const tickets = await Promise.all(Array.from({ length: 5 }, () => lendWechatTicket(NOON)))
  expect(new Set(tickets)).toEqual(new Set(['ticket-of-token-1']))
  expect(asked).toEqual(['/cgi-bin/token', '/cgi-bin/ticket/getticket'])
  expect(await lendWechatTicket(later(114))).toBe('ticket-of-token-1')
  expect(await lendWechatTicket(later(116))).toBe('ticket-of-token-2')
  expect(asked).toHaveLength(4)
})

it('takes another token when its own is no longer good', async () => {
  await db().wechatTicket.create({ data: { kind: 'access_token', value: 'taken by another program', expiresAt: later(60) } })
  expect(await lendWechatTicket(NOON)).toBe('ticket-of-token-1')
})

it('goes without when WeChat refuses, and leaves it in peace for a minute', async () => {
  refuses = true
  expect(await lendWechatTicket(NOON)).toBeNull()
  expect(await lendWechatTicket(NOON)).toBeNull()
  expect(asked).toEqual(['/cgi-bin/token'])
  refuses = false
  expect(await lendWechatTicket(later(2))).toBe('ticket-of-token-1')
})
