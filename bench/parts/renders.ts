import type { RunningSite } from './site'
import { at, median, round } from './statistics'
import { cpuMs, familyCpuMs, postgresPid } from './usage'

/** So that a site renders every time it is asked, and does nothing beside. */
export const NOTHING_KEPT = { PAGE_CACHE_BYTES: '0', JOBS: 'worker', SEARCHES_PER_MINUTE: '100000', LOG_LEVEL: 'error' }

export interface Renders {
  count: number
  /** each, by the clock */
  timesMs: number[]
  /** of the site's process, a render */
  siteCpuMs: number
  /** of PostgreSQL, a render */
  databaseCpuMs: number
}

/** Asks for addresses one after the other. */
export async function renderAll(site: RunningSite, dataDir: string, addresses: string[]): Promise<Renders> {
  const postgres = postgresPid(dataDir)
  const spent = () => [cpuMs(site.pid), postgres ? familyCpuMs(postgres) : 0] as const
  const [siteBefore, databaseBefore] = spent()
  const timesMs: number[] = []
  for (const address of addresses) timesMs.push(await ask(site.url + address))
  const [siteAfter, databaseAfter] = spent()
  return {
    count: addresses.length,
    timesMs,
    siteCpuMs: (siteAfter - siteBefore) / addresses.length,
    databaseCpuMs: (databaseAfter - databaseBefore) / addresses.length,
  }
}

export async function ask(address: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(address, { redirect: 'manual', headers: { 'accept-encoding': 'br' } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return performance.now() - start
}

export const repeat = (addresses: string[], times: number) => Array.from({ length: times }, () => addresses).flat()

export function renderRow(name: string, { count, timesMs, siteCpuMs, databaseCpuMs }: Renders) {
  return {
    page: name,
    renders: count,
    'CPU of the site, ms': round(siteCpuMs, 2),
    'CPU of PostgreSQL, ms': round(databaseCpuMs, 2),
    'clock p50, ms': round(median(timesMs), 1),
    'p95, ms': round(at(timesMs, 0.95), 1),
  }
}

export const CATEGORY_PAGES = Array.from({ length: 60 }, (_, index) => `/category/category-${index + 1}`)
export const SEARCH_PAGES = '城市 建设 地铁 医院 马拉松 台风 龙舟 芯片 口岸 消防 元宵 计划 剪纸 光伏 急救'
  .split(' ')
  .map((word) => `/search?q=${encodeURIComponent(word)}`)
