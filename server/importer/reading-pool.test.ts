import { afterEach, beforeEach, expect, it } from 'vitest'
import { readJekyllSite } from '@/newsroom/jekyll/jekyll-site'
import { type ArchiveFixture, makeArchiveFixture, mediaPost } from './archive-fixture'
import type { ReadJob } from './read-job'
import { openReadingPool } from './reading-pool'

let archive: ArchiveFixture
beforeEach(async () => {
  archive = await makeArchiveFixture()
})
afterEach(() => archive.remove())

const job = (...paths: string[]): ReadJob => ({
  root: archive.root,
  site: readJekyllSite(null),
  kind: 'site',
  settingsHash: 'aa',
  now: new Date(),
  files: paths.map((path) => ({ path, knownHash: null })),
})
const titles = (files: { read: unknown }[]) =>
  files.map(({ read }) => (read as { headline?: string; reason?: string }).headline ?? (read as { reason?: string }).reason)

it('reads jobs on several threads and answers each in its own order', async () => {
  await archive.write(
    Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((day) => [
        `_posts/2022-02-0${day}-a.md`,
        mediaPost({ code: `NW2022020${day}0000000001`, title: `第${day}篇` }),
      ]),
    ),
  )
  const pool = openReadingPool({ size: 2 })
  const results = await Promise.all(
    [1, 3, 5].map((day) => pool.read(job(`_posts/2022-02-0${day}-a.md`, `_posts/2022-02-0${day + 1}-a.md`))),
  )
  await pool.close()
  expect(results.map(titles)).toEqual([
    ['第1篇', '第2篇'],
    ['第3篇', '第4篇'],
    ['第5篇', '第6篇'],
  ])
})

it('does not parse what it knows', async () => {
  await archive.write({ '_posts/2022-02-01-a.md': mediaPost({ code: 'NW202202010000000001' }) })
  const pool = openReadingPool({ size: 1 })
  const [first] = await pool.read(job('_posts/2022-02-01-a.md'))
  const [again] = await pool.read({ ...job(), files: [{ path: '_posts/2022-02-01-a.md', knownHash: first?.contentHash ?? '' }] })
  await pool.close()
  expect(again).toEqual({ path: '_posts/2022-02-01-a.md', contentHash: first?.contentHash, read: 'as known' })
})

it('a post that exhausts a thread is refused, those beside it come in', async () => {
  await archive.write({
    '_posts/2022-02-01-a.md': mediaPost({ code: 'NW202202010000000001', title: '前一篇' }),
    '_posts/2022-02-02-b.md': mediaPost({ code: 'NW202202020000000001', body: '<p>书店<b>开</b>了</p>'.repeat(400_000) }),
    '_posts/2022-02-03-c.md': mediaPost({ code: 'NW202202030000000001', title: '后一篇' }),
  })
  const pool = openReadingPool({ size: 2, heapMb: 64 })
  const files = await pool.read(job('_posts/2022-02-01-a.md', '_posts/2022-02-02-b.md', '_posts/2022-02-03-c.md'))
  await pool.close()
  expect(titles(files)).toEqual(['前一篇', 'needs more memory to read than a post may take', '后一篇'])
})

it('a post that takes too long is refused', async () => {
  await archive.write({
    '_posts/2022-02-02-b.md': mediaPost({ code: 'NW202202020000000001', body: '<p>书店</p>'.repeat(200_000) }),
  })
  const pool = openReadingPool({ size: 1, jobTimeoutMs: 20, fileTimeoutMs: 10 })
  const files = await pool.read(job('_posts/2022-02-02-b.md'))
  await pool.close()
  expect(titles(files)).toEqual(['takes longer than 0.01 s to read'])
})

it('a file that is gone when its turn comes is refused', async () => {
  const pool = openReadingPool({ size: 1 })
  const files = await pool.read(job('_posts/none.md'))
  await pool.close()
  expect(titles(files)[0]).toContain('cannot be read: ENOENT')
})
