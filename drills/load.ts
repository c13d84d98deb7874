// Twice as many visitors as the site can serve, for ten minutes: readers of kept and unkept pages, searches, feeds, share counts,
// tries to sign in, clients that are slow or send too much; and staff who go on working.
import { once } from 'node:events'
import { join } from 'node:path'
import { writeArchive } from './parts/archive'
import { Crowd } from './parts/crowd'
import { Desk } from './parts/desk'
import { Dice } from './parts/dice'
import type { Drill, DrillOptions } from './parts/drill'
import { Memory } from './parts/memory'
import { makeFolder, removeFolder } from './parts/processes'
import { mixOf } from './parts/reader-mix'
import { Site } from './parts/site'
import { SlowClients } from './parts/slow-clients'
import { StaffAtWork } from './parts/staff-at-work'

const [MINUTES, SHORT_SECONDS] = [10, 8]
const [MEASURE_MS, SHORT_MEASURE_MS] = [20_000, 2_000]
/** As many as ask at once while what the site can serve is measured. */
const VISITORS = 48
const SLOW = 100
const POSTS = 400
/** So much more than in its first half a site may hold in the second. */
const FLAT = 1.15
const MB = 2 ** 20

/** Two processes; fewer pages are kept than there are, so that there is always something to make. */
const SETTINGS = { WEB_CONCURRENCY: '2', PAGE_CACHE_BYTES: '6000000', TRUSTED_PROXIES: '127.0.0.1' }

export const drill: Drill = {
  name: 'load',
  isLong: true,
  about:
    'Twice the visitors the site can serve: kept and unkept pages, searches, feeds, share counts, tries to sign in, slow clients, huge heads. No process falls, every answer is right or an honest 503, memory stays flat, staff go on publishing, and the first who asks afterwards is answered.',
  async run({ short, seed, say }: DrillOptions) {
    const folder = await makeFolder()
    const site = await Site.at(join(folder, 'data'), SETTINGS, join(folder, 'site.log'))
    try {
      await site.start()
      await writeArchive(join(folder, 'archive'), POSTS, '堤段')
      await once(site.command('import', join(folder, 'archive')), 'exit')
      const desk = await Desk.signIn(site.url)
      const next = await mixOf(site, desk, new Dice(seed))
      const perSecond = await new Crowd(site.url, next).capacity(VISITORS, short ? SHORT_MEASURE_MS : MEASURE_MS)
      say(`it answers ${Math.round(perSecond)} a second`)
      return await underLoad(site, desk, new Crowd(site.url, next), 2 * perSecond, short, say)
    } finally {
      await site.stop()
      removeFolder(folder)
    }
  },
}

async function underLoad(site: Site, desk: Desk, crowd: Crowd, perSecond: number, short: boolean, say: (line: string) => void) {
  const before = String([site.pid, ...site.workers])
  const memory = new Memory(() => [site.pid, ...site.workers])
  const slow = new SlowClients(site.url, '/', short ? SLOW / 10 : SLOW)
  const staff = await StaffAtWork.begin(site.url, desk)
  const came = await crowd.come(perSecond, short ? SHORT_SECONDS * 1_000 : MINUTES * 60_000)
  const [first, second] = memory.end()
  await crowd.leave()
  const again = await firstAnswers(site)
  await slow.end()
  const { deeds, failed, unseen } = await staff.end()
  for (const line of [...crowd.odd, ...staff.odd, ...again.odd]) say(line)
  const answered = (...statuses: number[]) => statuses.reduce((sum, status) => sum + (crowd.answers.get(status) ?? 0), 0)
  const figures: Record<string, number> = {
    ...{ requests: crowd.asked, 'a second': Math.round(came), 'wanted a second': Math.round(perSecond) },
    ...{ 'told to come again (503)': answered(503), 'not modified (304)': answered(304), 'no answer': answered(0) },
    ...{ 'wrong answers': crowd.wrong, 'connections held by slow clients': slow.opened, 'huge heads taken': slow.taken },
    ...{ 'deeds of staff': deeds, 'deeds that failed': failed, 'published and not seen': unseen },
    ...{ 'processes that fell': before === String([site.pid, ...site.workers]) ? 0 : 1 },
    ...{ 'first answers afterwards that failed': again.odd.length, 'slowest of them (ms)': Math.round(again.slowestMs) },
    ...{ 'memory at most, first half (MB)': Math.round(first / MB), 'second half (MB)': Math.round(second / MB) },
  }
  const mustBeZero = ['wrong answers', 'huge heads taken', 'deeds that failed', 'published and not seen', 'processes that fell']
  mustBeZero.push('first answers afterwards that failed')
  if (short) return { figures, mustBeZero, skipped: ['whether memory stays flat: that takes minutes'] }
  figures['memory that grew'] = second > FLAT * first ? 1 : 0
  return { figures, mustBeZero: [...mustBeZero, 'memory that grew'] }
}

/** What the first who come afterwards get: a kept page, one to make, a search, the desk's door. */
async function firstAnswers(site: Site): Promise<{ odd: string[]; slowestMs: number }> {
  const odd: string[] = []
  let slowestMs = 0
  for (const path of ['/', '/2024/03', '/search?q=堤段', '/admin/sign-in']) {
    const began = performance.now()
    const status = await site.status(path)
    slowestMs = Math.max(slowestMs, performance.now() - began)
    if (status !== 200) odd.push(`${status} of ${path} when it was over`)
  }
  return { odd, slowestMs }
}
