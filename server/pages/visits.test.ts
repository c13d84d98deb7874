import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Page } from './page'
import { Repeats } from './repeats'
import { Visits } from './visits'

const PHONE = 'Mozilla/5.0 (iPhone) Safari'
const [ONE, TWO] = ['aaaaaaaaa1', 'aaaaaaaaa2']

type Saved = { what: string; count: number }[]
let saved: { reads: [string, number][]; shares: [string, number][] }
const sums = (visits: Saved) => visits.map(({ what, count }): [string, number] => [what, count])
let visits: Visits
beforeEach(() => {
  saved = { reads: [], shares: [] }
  visits = new Visits({
    saveReads: async (visits) => void saved.reads.push(...sums(visits)),
    saveShares: async (visits) => void saved.shares.push(...sums(visits)),
  })
})
afterEach(async () => await visits.stop())

const request = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  ({
    url,
    method,
    headers: { 'user-agent': PHONE, ...headers },
    socket: { remoteAddress: '192.0.2.1' },
  }) as unknown as IncomingMessage
const short = (id: string, status = 302) => ({ key: `/s/${id}`, section: 'short', status }) as Page

it('counts who reads, and nobody who does not want to be counted', async () => {
  visits.read(request(`/read?id=${ONE}`, { 'sec-fetch-site': 'same-origin' }))
  visits.read(request(`/read?id=${ONE}`))
  visits.read(request(`/read?id=${ONE}`, { 'sec-gpc': '1' }))
  visits.read(request(`/read?id=${ONE}`, { dnt: '1' }))
  visits.read(request(`/read?id=${ONE}`, { 'user-agent': 'Baiduspider' }))
  visits.read(request(`/read?id=${ONE}`, { 'sec-fetch-site': 'cross-site' }))
  visits.read(request('/read?id=../etc'))
  visits.read(request('/read'))
  await visits.stop()
  expect(saved).toEqual({ reads: [[ONE, 2]], shares: [] })
})

it('counts short links by the way they came, of the ways we name', async () => {
  visits.sent(request(`/s/${ONE}?from=weibo`), short(ONE))
  visits.sent(request(`/s/${ONE}?from=weibo&from=qq`), short(ONE))
  visits.sent(request(`/s/${ONE}?from=timeline&isappinstalled=0`), short(ONE))
  visits.sent(request(`/s/${TWO}`), short(TWO))
  visits.sent(request(`/s/${TWO}?from=x`, {}, 'HEAD'), short(TWO))
  visits.sent(request(`/s/${TWO}?from=x`, { 'user-agent': 'TelegramBot (like TwitterBot)' }), short(TWO))
  visits.sent(request(`/s/${TWO}?from=x`, { dnt: '1' }), short(TWO))
  visits.sent(request(`/s/${TWO}?from=x`), short(TWO, 404))
  visits.sent(request('/2026/11/23/a'), { key: '/2026/11/23/a', section: 'article', status: 200 } as Page)
  await visits.stop()
  expect(saved).toEqual({
    reads: [],
    shares: [
      [`${ONE} weibo`, 2],
      [`${ONE} link`, 1],
      [`${TWO} link`, 1],
    ],
  })
})

it('counts the same visitor a few times a day, not a thousand', async () => {
  for (let n = 0; n < 1_000; n++) visits.read(request(`/read?id=${ONE}`))
  visits.read(request(`/read?id=${ONE}`, { 'user-agent': 'Mozilla/5.0 (Android)' }))
  await visits.stop()
  expect(saved.reads).toEqual([
    [ONE, 5],
    [ONE, 1],
  ])
})

it('the next day everybody is new', () => {
  const repeats = new Repeats()
  const day = 24 * 3600_000
  for (let n = 0; n < 5; n++) expect(repeats.allow('who', 'what', day)).toBe(true)
  expect(repeats.allow('who', 'what', day + 1)).toBe(false)
  expect(repeats.allow('another', 'what', day + 1)).toBe(true)
  expect(repeats.allow('who', 'what', 2 * day)).toBe(true)
})
