import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { readAddress } from '@/newsroom/page-address'
import { answer, reads } from '@/server/render-scope'
import type { PageAddress } from './make-page'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import { createRenderer } from './render'

// Whoever asks for addresses without end, one after the other: all of it real but Next, which would take hours for the million that
// ADDRESSES=1000000 asks for.
const COUNT = Number(process.env.ADDRESSES ?? 8_000)
const BOUND_BYTES = Number(process.env.PAGE_CACHE_BYTES ?? 16_000_000)
/** What the process may hold beside what the store counts: code that was compiled meanwhile, what is under way. */
const BESIDE_BYTES = 8_000_000
const READ = 200
const SITE = 'https://news.example'

/** Stands for Next: articles with an even last digit are there. */
async function next(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { pathname } = new URL(req.url ?? '', SITE)
  reads(`article:${pathname}`)
  reads('categories')
  if (/[13579]$/.test(pathname)) answer(404)
  res
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!DOCTYPE html><h1>${pathname}</h1>${'正文'.repeat(60)}`)
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** Without what compressing took and has not given back yet, which no page holds. */
async function usedBytes(): Promise<number> {
  // What is freed with a buffer is free when the loop has turned.
  for (let turn = 0; turn < 3; turn++) {
    collect()
    await setImmediate()
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

it('addresses without end take no memory beyond the bound, push out nothing that is read, and parameters make no page', async () => {
  const store = new PageStore(BOUND_BYTES)
  const maker = new PageMaker(store, createRenderer(next, SITE), SITE)
  const ask = async (target: string) => {
    const { key, ...address } = readAddress(target) as PageAddress
    return store.get(key) ?? (await maker.make({ key, ...address }))
  }
  const guessed = (n: number) => `/2026/11/30/${String(n).padStart(10, '0')}`
  const read = Array.from({ length: READ }, (_, n) => `/category/lan-${2 * n}`)
  for (const address of read) await ask(address)
  const before = await usedBytes()
  let wrong = 0
  for (let n = 0; n < COUNT; n++) {
    // Three that are nowhere for one that is there; what is read is read on.
    const number = n % 4 === 0 ? 2 * n : 2 * n + 1
    if ((await ask(guessed(number))).status !== (number % 2 === 0 ? 200 : 404)) wrong++
    await ask(read[n % READ] ?? '')
  }
  expect([wrong, maker.renders]).toEqual([0, READ + COUNT])
  for (const address of read) expect(store.get(address)?.status, address).toBe(200)
  for (let n = 0; n < 1_000; n++) await ask(`${read[0]}?utm_source=${n}&x${n}=1`)
  expect(maker.renders).toBe(READ + COUNT)
  expect(store.sizeBytes).toBeLessThanOrEqual(BOUND_BYTES)
  expect((await usedBytes()) - before).toBeLessThan(BOUND_BYTES + BESIDE_BYTES)
}, 3_600_000)
