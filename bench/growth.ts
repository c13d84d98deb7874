// What grows with the archive, and what does not: `npm run bench -- growth [ARTICLES…]`. Papers of several sizes filled by SQL;
// of each the disk it takes, what its pages take to render beside those of the smallest, and the memory of its site under load.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillPaper, type PaperFolder } from './parts/paper-folder'
import { plot } from './parts/plot'
import { ask, CATEGORY_PAGES, NOTHING_KEPT, type Renders, renderAll, repeat } from './parts/renders'
import { type Aim, type Row, report } from './parts/results'
import { type RunningSite, startSite } from './parts/site'
import { median, round } from './parts/statistics'
import { memoryMb } from './parts/usage'

const RATIO_AIM = 1.2
const MEMORY_AIM_MB = 500
const RESTART_AIM_S = 3
/** Pages asked for once each; the largest paper is asked for more than the site keeps. */
const [ASKED, ASKED_OF_LARGEST, AT_ONCE] = [1_500, 9_000, 8]

interface Size {
  articles: number
  row: Row
  databaseMb: number
  frontMs: number
  categoryMs: number
  articleMs: number
  idleMb: number
  loadedMb: number
}

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000]
const measured: Size[] = []
const aims: Aim[] = []
const smallest = await fillPaper(sizes[0] ?? 10_000)
const base = await startSite({ DATA_DIR: smallest.dataDir, ...NOTHING_KEPT })
try {
  for (const articles of sizes) await measure(articles)
} finally {
  await base.stop()
  await smallest.remove()
}
const plots = given.length > 0 ? [] : ['growth.svg']
if (plots.length > 0) writeFileSync(join(import.meta.dirname, 'growth.svg'), drawn())
const about = `Papers filled by SQL, texts of 1,000 characters (the newest 2,000 of 3,000), without the search index, which \`search\` measures. Renders: nothing is kept; sites of the smallest and of this size are asked in turn, 120 times each page, so the ratio holds on a busy machine too. Memory: the site's one process as it comes (jobs inside, 48 MiB of kept pages), ${AT_ONCE} readers at once ask for ${ASKED} different articles from all years, of the largest paper for ${ASKED_OF_LARGEST}, which is more than it keeps.`
report('growth', { about, aims, tables: [{ title: 'By size', rows: measured.map(({ row }) => row) }], plots }, given.length === 0)

async function measure(articles: number): Promise<void> {
  const paper = articles === smallest.articles ? smallest : await fillPaper(articles)
  const isLargest = articles === Math.max(...sizes)
  try {
    const [renders, ratios] = await besideTheSmallest(paper)
    const memory = await underLoad(paper, isLargest ? ASKED_OF_LARGEST : ASKED)
    const [front, category, article] = renders.map(({ timesMs }) => round(median(timesMs), 1)) as [number, number, number]
    const cpu = renders.map((each) => round(each.siteCpuMs + each.databaseCpuMs, 1))
    const databaseMb = round(paper.databaseBytes / 1e6)
    measured.push({
      articles,
      ...{ databaseMb, frontMs: front, categoryMs: category, articleMs: article, idleMb: memory.idle, loadedMb: memory.most },
      row: {
        articles,
        'filled in, s': round(paper.fillSeconds),
        'database, MB': databaseMb,
        'kB an article': round(paper.databaseBytes / articles / 1_000, 1),
        'its files, MB': round(paper.diskBytes / 1e6),
        'front: ms, p50': front,
        'category: ms': category,
        'article: ms': article,
        'CPU with PostgreSQL, ms': cpu.join(' / '),
        'beside the smallest': ratios.join(' / '),
        'restart, s': round(memory.readyMs / 1_000, 1),
        'memory after start, MB': memory.idle,
        'most under load, MB': memory.most,
      },
    })
    if (!isLargest) return
    const size = `${articles} articles`
    aims.push({
      what: `The front page at ${size} : at ${smallest.articles}`,
      value: ratios[0] ?? 0,
      unit: '×',
      aim: RATIO_AIM,
      is: 'most',
    })
    aims.push({
      what: `A category at ${size} : at ${smallest.articles}`,
      value: ratios[1] ?? 0,
      unit: '×',
      aim: RATIO_AIM,
      is: 'most',
    })
    aims.push({
      what: `Memory of the process under load at ${size}`,
      value: memory.most,
      unit: 'MB',
      aim: MEMORY_AIM_MB,
      is: 'most',
    })
    aims.push({
      what: `A restart at ${size}`,
      value: round(memory.readyMs / 1_000, 2),
      unit: 's',
      aim: RESTART_AIM_S,
      is: 'most',
    })
  } finally {
    if (paper !== smallest) await paper.remove()
  }
}

/** Front page, categories, articles: in turn with the smallest paper's. Ratios of the medians by the clock. */
async function besideTheSmallest(paper: PaperFolder): Promise<[Renders[], number[]]> {
  const site = paper === smallest ? base : await startSite({ DATA_DIR: paper.dataDir, ...NOTHING_KEPT })
  try {
    const found: Renders[] = []
    const ratios: number[] = []
    for (const pages of [() => repeat(['/'], 120), () => repeat(CATEGORY_PAGES, 2), (of: PaperFolder) => of.spread(120)]) {
      for (const [each, its] of [
        [base, smallest],
        [site, paper],
      ] as const)
        await renderAll(each, its.dataDir, pages(its).slice(0, 60))
      const [ours, theirs] = await inTurn([site, paper, pages(paper)], [base, smallest, pages(smallest)])
      found.push(ours)
      ratios.push(round(median(ours.timesMs) / median(theirs.timesMs), 2))
    }
    return [found, ratios]
  } finally {
    if (site !== base) await site.stop()
  }
}

type Asked = [site: RunningSite, paper: PaperFolder, addresses: string[]]

/** Ten of the one, ten of the other: a slow spell of the machine hits both. */
async function inTurn(one: Asked, other: Asked): Promise<[Renders, Renders]> {
  const [ours, theirs]: [Renders[], Renders[]] = [[], []]
  for (let from = 0; from < one[2].length; from += 10) {
    ours.push(await renderAll(one[0], one[1].dataDir, one[2].slice(from, from + 10)))
    theirs.push(await renderAll(other[0], other[1].dataDir, other[2].slice(from, from + 10)))
  }
  return [together(ours), together(theirs)]
}

function together(parts: Renders[]): Renders {
  const count = parts.reduce((sum, part) => sum + part.count, 0)
  const mean = (of: (part: Renders) => number) => parts.reduce((sum, part) => sum + of(part) * part.count, 0) / count
  return {
    count,
    timesMs: parts.flatMap(({ timesMs }) => timesMs),
    siteCpuMs: mean(({ siteCpuMs }) => siteCpuMs),
    databaseCpuMs: mean(({ databaseCpuMs }) => databaseCpuMs),
  }
}

async function underLoad(paper: PaperFolder, count: number): Promise<{ idle: number; most: number; readyMs: number }> {
  const site = await startSite({ DATA_DIR: paper.dataDir, LOG_LEVEL: 'error' })
  try {
    const idle = memoryMb(site.pid).now
    const addresses = [...CATEGORY_PAGES, '/', ...paper.spread(count)]
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = addresses.pop(); next !== undefined; next = addresses.pop()) await ask(site.url + next)
      }),
    )
    // Then the newest, over and over, out of what is kept.
    const newest = repeat(paper.newest(500), 10)
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        for (let at = index; at < newest.length; at += AT_ONCE) await ask(site.url + newest[at])
      }),
    )
    return { idle, most: memoryMb(site.pid).most, readyMs: site.readyMs }
  } finally {
    await site.stop()
  }
}

function drawn(): string {
  const line = (name: string, of: (size: Size) => number) => ({ name, values: measured.map(of) })
  return plot(sizes, [
    { title: '磁盘 / database', unit: 'MB', lines: [line('PostgreSQL', ({ databaseMb }) => databaseMb)] },
    {
      title: '渲染 / a render',
      unit: 'ms',
      lines: [
        line('首页 / front', ({ frontMs }) => frontMs),
        line('栏目 / category', ({ categoryMs }) => categoryMs),
        line('文章 / article', ({ articleMs }) => articleMs),
      ],
    },
    {
      title: '内存 / memory',
      unit: 'MB',
      lines: [line('启动后 / after start', ({ idleMb }) => idleMb), line('最高 / most', ({ loadedMb }) => loadedMb)],
    },
  ])
}
