// From a click to the next page: `npm run bench -- click [CLICKS]`. Headlines of the sample paper's front page are clicked in Chromium
// over a line with the round trip of a phone, with and without what the site has readers' browsers fetch ahead (Speculation Rules), with
// and without the transition from page to page; each click by a browser that knows nothing yet but the front page.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { openBrowser } from './parts/browser'
import { type Row, report } from './parts/results'
import { openSamplePaper } from './parts/sample-paper'
import { openSlowLine } from './parts/slow-line'
import { at, median, round } from './parts/statistics'

const [ROUND_TRIP_MS, CLICKS] = [150, 15]
/** What lies between pressing and letting go; how long a pointer rests on what it is about to press. */
const [PRESS_MS, REST_MS] = [80, 300]

interface Way {
  name: string
  isAhead: boolean
  restMs: number
}
const WAYS: Way[] = [
  { name: 'nothing fetched ahead', isAhead: false, restMs: 0 },
  { name: 'pressed', isAhead: true, restMs: 0 },
  { name: `rested on for ${REST_MS} ms, then pressed`, isAhead: true, restMs: REST_MS },
]

interface Click {
  paintedMs: number
  /** null: none ran */
  movedMs: number | null
  isAhead: boolean
}

/** In every page: when it was clicked, and when the transition into it was over. All times are of the same clock. */
const NOTE = `
addEventListener('click', (event) => sessionStorage.setItem('clicked', performance.timeOrigin + event.timeStamp), true)
addEventListener('pagereveal', ({ viewTransition }) => {
  globalThis.moved = viewTransition ? viewTransition.finished.then(() => performance.timeOrigin + performance.now()) : null
})`

/** The page that was clicked for, once its first words are there and nothing moves any more. */
const SEEN = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName('first-contentful-paint')
    if (!first) return
    Promise.resolve(globalThis.moved).then((moved) => resolve({
      clicked: Number(sessionStorage.getItem('clicked')),
      painted: performance.timeOrigin + first.startTime,
      moved,
      delivery: performance.getEntriesByType('navigation')[0].deliveryType,
    }))
  }).observe({ type: 'paint', buffered: true })
})`

const given = process.argv[2]
const clicks = Number(given ?? CLICKS)
const paper = await openSamplePaper()
const lines = await Promise.all([
  openSlowLine(paper.site.url, ROUND_TRIP_MS),
  openSlowLine(paper.site.url, ROUND_TRIP_MS, ['speculation-rules']),
])
const browser = await openBrowser()
try {
  const rows: Row[] = []
  for (const way of WAYS) {
    const line = lines[way.isAhead ? 0 : 1]
    for (const isMoving of [true, false]) {
      const all: Click[] = []
      for (let count = 0; count < clicks; count++) all.push(await click(browser, line.url, way, isMoving, count))
      rows.push(rowOf(way, isMoving, all))
    }
  }
  const about = `${clicks} clicks each on headlines of the sample paper’s front page, by a browser that has only this page, over a line with a round trip of ${ROUND_TRIP_MS} ms that is as wide as one likes; the pages are kept. From the click until the article’s first words are painted, and until the transition from page to page is over.`
  report('click', { about, tables: [{ title: 'Click to next page', rows }] }, given === undefined)
} finally {
  await browser.close()
  await Promise.all(lines.map((line) => line.close()))
  await paper.remove()
}

async function click(browser: Browser, url: string, { restMs }: Way, isMoving: boolean, count: number): Promise<Click> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: isMoving ? 'no-preference' : 'reduce' })
  try {
    await context.addInitScript(NOTE)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const address = paper.articles[count % paper.articles.length] ?? ''
    const headline = page.locator(`main a[href="${address}"]`).filter({ hasText: /./ }).first()
    await headline.scrollIntoViewIfNeeded()
    const box = await headline.boundingBox()
    if (!box) throw new Error(`${address} is not to be seen`)
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 12))
    await sleep(restMs)
    await page.mouse.down()
    await sleep(PRESS_MS)
    await page.mouse.up()
    await page.waitForURL(`**${address}`)
    return await seen(page)
  } finally {
    await context.close()
  }
}

async function seen(page: Page): Promise<Click> {
  const { clicked, painted, moved, delivery } = await page.evaluate<
    Record<'clicked' | 'painted' | 'moved', number> & { delivery: string }
  >(SEEN)
  return {
    paintedMs: painted - clicked,
    movedMs: moved && moved - clicked,
    isAhead: delivery === 'navigational-prefetch',
  }
}

function rowOf({ name }: Way, isMoving: boolean, all: Click[]): Row {
  const painted = all.map(({ paintedMs }) => paintedMs)
  const moved = all.flatMap(({ movedMs }) => movedMs ?? [])
  return {
    'the headline is': name,
    transition: isMoving ? `in ${moved.length} of ${all.length}` : 'reduced motion',
    'fetched ahead': `${all.filter(({ isAhead }) => isAhead).length} of ${all.length}`,
    'to its first words, median, ms': round(median(painted)),
    'p95, ms': round(at(painted, 0.95)),
    'to the end of the transition, median, ms': moved.length > 0 ? round(median(moved)) : null,
  }
}
