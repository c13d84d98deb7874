import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import type { Page } from './page'
import { ReadCounter, type Reads } from './read-counter'

const request = (agent = 'Mozilla/5.0 (iPhone) Safari', method = 'GET') =>
  ({ method, headers: { 'user-agent': agent } }) as unknown as IncomingMessage
const page = (key: string, section = 'article', status = 200) => ({ key, section, status }) as Page

it('counts readers of articles, and keeps what could not be saved', async () => {
  const saved: [string, number][][] = []
  let away = true
  const counter = new ReadCounter(async (reads: Reads) => {
    if (away) throw new Error('the database is away')
    saved.push([...reads])
  }, 60_000)
  counter.count(request(), page('/2026/11/23/aaaaaaaaa1'))
  counter.count(request(), page('/2026/11/23/aaaaaaaaa1?view=elder'))
  counter.count(request('Baiduspider'), page('/2026/11/23/aaaaaaaaa1'))
  counter.count(request(undefined, 'HEAD'), page('/2026/11/23/aaaaaaaaa1'))
  counter.count(request(), page('/2026/11/23/aaaaaaaaa1', 'article', 410))
  counter.count(request(), page('/category/yaowen', 'list'))
  await counter.flush()
  away = false
  counter.count(request(), page('/2026/11/23/aaaaaaaaa2'))
  await counter.stop()
  expect(saved).toEqual([
    [
      ['aaaaaaaaa1', 2],
      ['aaaaaaaaa2', 1],
    ],
  ])
})
