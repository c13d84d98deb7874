// What pages cost: `npm run bench -- pages [ARTICLES]`. A paper filled by SQL; then what a render takes, and how many kept pages a
// second go out beside nginx that serves the very same bytes as a file, in turn in one run.

import { fillPaper, type PaperFolder } from './parts/paper-folder'
import { CATEGORY_PAGES, NOTHING_KEPT, type Renders, renderAll, renderRow, repeat, SEARCH_PAGES } from './parts/renders'
import { type Aim, type Row, report } from './parts/results'
import { type RunningSite, startSite } from './parts/site'
import { type StaticNginx, startStaticNginx } from './parts/static-nginx'
import { median, round } from './parts/statistics'
import { cpuMs } from './parts/usage'
import { hasProgram, type Load, pin, wrk } from './parts/wrk'

const RENDER_AIM_MS = 8
const KEPT_AIM = 0.6
const [ROUNDS, SECONDS, CONNECTIONS, CODING] = [5, 3, 16, 'gzip']
const ALL_CORES = '0-63'

const given = process.argv[2]
const paper = await fillPaper(Number(given ?? 10_000), { searchable: true })
const [aims, tables]: [Aim[], { title: string; rows: Row[] }[]] = [[], []]
try {
  const renders = await measureRenders(paper)
  tables.push({ title: 'A render', rows: Object.entries(renders).map(([name, each]) => renderRow(name, each)) })
  for (const [name, { siteCpuMs }] of Object.entries(renders))
    if (name !== 'search')
      aims.push({
        what: `A render of ${name}, CPU of the site`,
        value: round(siteCpuMs, 2),
        unit: 'ms',
        aim: RENDER_AIM_MS,
        is: 'most',
      })
  if (['nginx', 'wrk', 'taskset'].every(hasProgram)) {
    const rows = await measureRate(paper)
    const ratio = Number(rows.find(({ page }) => page === 'article')?.ratio ?? 0)
    aims.unshift({
      what: 'A kept article, rate : nginx serving the same bytes',
      value: ratio,
      unit: '',
      aim: KEPT_AIM,
      is: 'least',
    })
    tables.push({ title: `Kept pages beside nginx, ${CODING}, ${CONNECTIONS} connections, median of ${ROUNDS} rounds`, rows })
  } else console.log('nginx, wrk or taskset is not there: rates are not measured')
} finally {
  await paper.remove()
}
const about = `A paper of ${paper.articles} articles, the newest 2,000 of 3,000 characters. Renders: nothing is kept, one request after the other, each article another address; fonts, pictures and jobs stand aside. Rates: the site (one process) or nginx (one worker) on one core, wrk (one thread) on the other, in turn; the same gzip bytes from both. Search pages are never kept: whoever asks at once for the same one shares a render, as the 16 connections do.`
report('pages', { about, aims, tables }, given === undefined)

async function measureRenders({ dataDir, newest }: PaperFolder): Promise<Record<string, Renders>> {
  const site = await startSite({ DATA_DIR: dataDir, ...NOTHING_KEPT })
  try {
    const articles = newest(700)
    // The first renders teach the machine its way.
    await renderAll(site, dataDir, [...articles.slice(0, 200), ...CATEGORY_PAGES, ...repeat(['/'], 40), ...SEARCH_PAGES])
    return {
      article: await renderAll(site, dataDir, articles.slice(200)),
      front: await renderAll(site, dataDir, repeat(['/'], 200)),
      category: await renderAll(site, dataDir, repeat(CATEGORY_PAGES, 5)),
      search: await renderAll(site, dataDir, repeat(SEARCH_PAGES, 8)),
    }
  } finally {
    await site.stop()
  }
}

async function measureRate({ folder, dataDir, newest }: PaperFolder): Promise<Row[]> {
  const [article = ''] = newest(1)
  const addresses = { article, front: '/', category: CATEGORY_PAGES[0] ?? '', search: SEARCH_PAGES[0] ?? '' }
  const site = await startSite({ DATA_DIR: dataDir, JOBS: 'worker', SEARCHES_PER_MINUTE: '100000', LOG_LEVEL: 'error' })
  let nginx: StaticNginx | undefined
  try {
    const files: Record<string, Buffer> = {}
    for (const [name, address] of Object.entries(addresses)) files[`${name}.html`] = await rawBytes(site.url + address)
    nginx = await startStaticNginx(folder, files)
    for (const { pid } of [site, nginx]) pin(pid, '0')
    const rows: Row[] = []
    for (const [name, address] of Object.entries(addresses))
      rows.push(await beside(name, site.url + address, `${nginx.url}/${name}.html`, { folder, site, nginx }))
    return rows
  } finally {
    pin(site.pid, ALL_CORES)
    await nginx?.stop()
    await site.stop()
  }
}

async function beside(
  name: string,
  ours: string,
  file: string,
  { folder, site, nginx }: { folder: string; site: RunningSite; nginx: StaticNginx },
): Promise<Row> {
  const rounds: { site: Load & { cpuMs: number }; nginx: Load & { cpuMs: number } }[] = []
  const one = async (address: string, pid: number, seconds = SECONDS) => {
    const before = cpuMs(pid)
    const load = await wrk(address, { folder, seconds, connections: CONNECTIONS, coding: CODING })
    if (load.bad > 0) console.log(`${address}: ${load.bad} bad answers`)
    return { ...load, cpuMs: (cpuMs(pid) - before) / load.requests }
  }
  await one(ours, site.pid, 2)
  await one(file, nginx.pid, 1)
  for (let round = 0; round < ROUNDS; round++) rounds.push({ site: await one(ours, site.pid), nginx: await one(file, nginx.pid) })
  const of = (which: 'site' | 'nginx', figure: keyof Load | 'cpuMs') => median(rounds.map((each) => each[which][figure]))
  return {
    page: name,
    'requests/s': round(of('site', 'perSecond')),
    'nginx, requests/s': round(of('nginx', 'perSecond')),
    ratio: round(median(rounds.map((each) => each.site.perSecond / each.nginx.perSecond)), 3),
    'CPU a request, ms': round(of('site', 'cpuMs'), 4),
    'nginx, CPU, ms': round(of('nginx', 'cpuMs'), 4),
    'p50 ms': round(of('site', 'p50Ms'), 2),
    'p99 ms': round(of('site', 'p99Ms'), 2),
    'nginx, p99 ms': round(of('nginx', 'p99Ms'), 2),
    'bytes an answer': round(of('site', 'bytes')),
  }
}

/** As they come over the wire. */
async function rawBytes(address: string): Promise<Buffer> {
  const { get } = await import('node:http')
  return await new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': CODING } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve(Buffer.concat(parts)))
    }).on('error', reject)
  })
}
