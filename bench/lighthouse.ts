// What Lighthouse says of the sample paper on a phone: `npm run bench -- lighthouse [TIMES]`. Its own phone and line (simulated: a
// round trip of 150 ms, 1.6 Mbit/s, a processor four times slower), each page several times, the median of each figure.
import lighthouse, { type Result } from 'lighthouse'
import { openBrowser } from './parts/browser'
import { type Aim, type Row, report } from './parts/results'
import { openSamplePaper } from './parts/sample-paper'
import { freePort } from './parts/site'
import { median, round } from './parts/statistics'

const [TIMES, MOST_TRIES] = [5, 4]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const FIGURES = {
  'first paint, ms': 'first-contentful-paint',
  'largest paint, ms': 'largest-contentful-paint',
  'blocked, ms': 'total-blocking-time',
  'speed index, ms': 'speed-index',
  'layout shift': 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
}

const given = process.argv[2]
const times = Number(given ?? TIMES)
const paper = await openSamplePaper()
const port = await freePort()
const browser = await openBrowser(`--remote-debugging-port=${port}`)
try {
  const [aims, rows]: [Aim[], Row[]] = [[], []]
  const pages = { front: '/', category: paper.category, article: paper.pictured, search: '/search?q=%E7%9A%84' }
  for (const [name, address] of Object.entries(pages)) {
    const found: Result[] = []
    for (let count = 0; count < times; count++) found.push(await ask(paper.site.url + address))
    const scores = CATEGORIES.filter((id) => !isExempt(name, id)).map((id) => [id, score(found, id)] as const)
    const least = Math.min(...scores.map(([, points]) => points))
    aims.push({ what: `Lighthouse on a phone, ${name}: the lowest of its scores`, value: least, unit: '', aim: 100, is: 'least' })
    rows.push({
      page: name,
      ...Object.fromEntries(CATEGORIES.map((id) => [id, isExempt(name, id) ? 'exempt' : score(found, id)])),
      ...Object.fromEntries(Object.entries(FIGURES).map(([what, id]) => [what, figure(found, id)])),
    })
  }
  const about = `Lighthouse’s own phone (simulated: a round trip of 150 ms, 1.6 Mbit/s, a processor four times slower), the sample paper, each page ${times} times, medians. A page of answers asks search engines not to list it, so it has no score for that.`
  report('lighthouse', { about, aims, tables: [{ title: 'Scores and what they are made of', rows }] }, given === undefined)
} finally {
  await browser.close()
  await paper.remove()
}

/** On a busy machine Chromium now and then loses the beginning of its own trace: Lighthouse itself asks to be run again. */
async function ask(address: string): Promise<Result> {
  for (let tries = 1; ; tries++) {
    const found = (await lighthouse(address, { port, logLevel: 'silent', onlyCategories: CATEGORIES }))?.lhr
    if (found && !found.runtimeError) return found
    if (tries === MOST_TRIES) throw new Error(`${address}: ${found?.runtimeError?.message ?? 'no answer'}`)
  }
}

/** A page of answers is not to be found by searching, and says so. */
function isExempt(page: string, category: string): boolean {
  return page === 'search' && category === 'seo'
}

function score(found: Result[], category: string): number {
  return round(100 * median(found.map(({ categories }) => categories[category]?.score ?? 0)))
}

function figure(found: Result[], audit: string): number {
  return round(median(found.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN)), audit.endsWith('shift') ? 3 : 0)
}
