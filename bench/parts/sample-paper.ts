import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningSite, startSite } from './site'
import { cpuMs } from './usage'

const CALM_CPU_MS = 60
const LONGEST_S = 120

/** A site with the sample paper that every first start brings in, and addresses of it. */
export interface SamplePaper {
  site: RunningSite
  /** on the front page, in its order */
  articles: string[]
  /** the first of them that has a picture in its text */
  pictured: string
  category: string
  remove(): Promise<void>
}

export async function openSamplePaper(): Promise<SamplePaper> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
  // A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
  await chmod(folder, 0o755)
  const site = await startSite({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' })
  const remove = async () => {
    await site.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await calm(site.pid)
    const front = await textOf(site.url)
    const articles = [...new Set(front.match(/\/\d{4}\/\d\d\/\d\d\/[0-9a-z]{10}(?=")/g))]
    const category = /href="(\/category\/[^"?]+)"/.exec(front)?.[1]
    let pictured: string | undefined
    for (const address of articles) if (/<figure>/.test(await textOf(site.url + address))) pictured ??= address
    if (!pictured || !category) throw new Error('the front page leads to no article with a picture, or to no category')
    return { site, articles, pictured, category, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const textOf = async (address: string) => await (await fetch(address)).text()

/** Pictures of a first import are still made in all sizes when the site already answers. */
async function calm(pid: number): Promise<void> {
  for (let seconds = 0, before = cpuMs(pid); seconds < LONGEST_S; seconds++) {
    await sleep(1_000)
    const now = cpuMs(pid)
    if (now - before < CALM_CPU_MS) return
    before = now
  }
  throw new Error(`the site is still at work after ${LONGEST_S} seconds`)
}
