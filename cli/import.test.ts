import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dumpImported } from '@/server/commands/import-fixture'
import { db } from '@/server/db'
import { type ArchiveFixture, makeArchiveFixture, mediaPost } from '@/server/importer/archive-fixture'
import { importArchive } from '@/server/importer/import-archive'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { ROOT } from './root'

let database: TestDatabase
let archive: ArchiveFixture
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await empty()
  archive = await makeArchiveFixture()
})
afterEach(() => archive.remove())

const empty = async () => {
  await db().$executeRaw`TRUNCATE "Article", "Revision", "Byline", "ArticleCategory", "ArticleTag", "Category", "Tag", "Source",
    "Person", "Redirect", "Media", "ImportRun", "ImportItem", "BusEvent" RESTART IDENTITY CASCADE`
}

function startImport(...words: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'cli', 'import.ts'), ...words], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: database.dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  return { child, ended, said: () => said }
}
const runImport = async (...words: string[]) => await startImport(...words).ended

/** Three folders of one archive, with articles that come twice, in several categories. */
function manyPosts(count: number): Record<string, string> {
  const posts: Record<string, string> = {}
  for (let index = 0; index < count; index++) {
    const code = `NW2022020${1 + (index % 9)}${1_000_000_000 + Math.floor(index / 1.1)}`
    const folder = index % 5 === 4 ? 'old_post' : '_posts'
    const outlet = index % 7
    const title = `第${index}篇：河边的书店`
    const date = `2022-02-0${1 + (index % 9)} 10:${10 + (index % 50)}:00 +0800`
    posts[`${folder}/2022-02-0${1 + (index % 9)}-${code}${index % 11 === 10 ? '-b' : ''}.md`] = mediaPost({
      ...{ code, title, date, category: `outlet${outlet}`, outlet: `第${outlet}报` },
      body: `<p>本报讯（记者林${index % 13}）${title}，${'镇上的人都来了。'.repeat(100)}</p>`,
    })
  }
  return posts
}

describe('exit codes and words', () => {
  it('0 when all is in, with a summary and a report', async () => {
    await archive.write({ '_posts/2022-02-08-NW202202080000000001.md': mediaPost({ code: 'NW202202080000000001' }) })
    const report = join(database.dataDir, 'report.json')
    const { code, said } = await runImport(archive.root, '--report', report)
    expect(said).toMatch(/1\s+新建 created/)
    expect(code).toBe(0)
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
      read: 1,
      created: 1,
      refused: [],
      rescued: [],
      notPosts: [],
    })
  })

  it('2 when a post was refused, which is named with its reason', async () => {
    await archive.write({ '_posts/2022-02-08-a.md': Buffer.from([0xff, 0xfe, 0x80, 0x81]) })
    const { code, said } = await runImport(archive.root)
    expect(said).toContain(`${archive.root}/_posts/2022-02-08-a.md`)
    expect(said).toMatch(/not UTF-8/)
    expect(code).toBe(2)
  })

  it('1 when it could not run, with one line that says why', async () => {
    const missing = await runImport('/no/such/folder')
    expect(missing).toEqual({ code: 1, said: '/no/such/folder: there is no such file or folder\n' })
    const unknown = await runImport(archive.root, '--wach')
    expect(unknown.said).toContain('there is no option --wach')
    expect(unknown.code).toBe(1)
  })
})

describe('an import that is cut off', () => {
  it('by kill -9 at any moment, and run again, ends in the same database as a clean one', async () => {
    await archive.write(manyPosts(1500))
    await importArchive({ roots: [archive.root] })
    const clean = await dumpImported()
    expect((clean as { articles: unknown[] }).articles.length).toBeGreaterThan(1000)
    await empty()
    for (const articles of [1, 500, 1100]) {
      const { child, ended } = startImport(archive.root)
      while ((await db().article.count()) < articles && child.exitCode === null) await sleep(5)
      child.kill('SIGKILL')
      await ended
    }
    expect(await db().article.count()).toBeGreaterThan(0)
    expect((await runImport(archive.root)).code).toBe(0)
    expect(await dumpImported()).toEqual(clean)
    expect(await db().importRun.count({ where: { finishedAt: null } })).toBeGreaterThan(0)
  })

  it('by a signal, stops cleanly after the batch under way', async () => {
    await archive.write(manyPosts(1500))
    const { child, ended } = startImport(archive.root)
    while ((await db().article.count()) === 0 && child.exitCode === null) await sleep(5)
    child.kill('SIGTERM')
    const { code, said } = await ended
    expect(said).toContain('import stopped')
    expect(code).toBe(1)
    expect(await db().article.count()).toBe(await db().importItem.count({ where: { outcome: 'created' } }))
  })
})

it('two imports at once double nothing', async () => {
  await archive.write(manyPosts(800))
  await importArchive({ roots: [archive.root] })
  const clean = await dumpImported()
  await empty()
  const [one, other] = await Promise.all([runImport(archive.root), runImport(archive.root)])
  expect([one.code, other.code]).toEqual([0, 0])
  expect(await dumpImported()).toEqual(clean)
})

it('--watch takes in what appears, changes or grows, until a signal ends it', async () => {
  const first = '_posts/2022-02-08-NW202202080000000001.md'
  await archive.write({ [first]: mediaPost({ code: 'NW202202080000000001' }) })
  const { child, ended, said } = startImport(archive.root, '--watch')
  const until = async (done: () => Promise<boolean> | boolean) => {
    while (!(await done())) {
      if (child.exitCode !== null) throw new Error(said())
      await sleep(50)
    }
  }
  await until(() => said().includes('watching for changes'))
  const second = '_posts/2022-02-09-NW202202090000000002.md'
  const text = mediaPost({ code: 'NW202202090000000002', title: '新的一篇' })
  for (const length of [100, 200, 300]) {
    await archive.write({ [second]: text.slice(0, length) })
    await sleep(150)
  }
  await archive.write({ [second]: text })
  await until(async () => (await db().article.count()) === 2)
  expect(await db().revision.findMany({ where: { headline: '新的一篇' }, select: { number: true } })).toEqual([{ number: 1 }])
  await writeFile(join(archive.root, first), mediaPost({ code: 'NW202202080000000001', title: '改过的一篇' }))
  await until(async () => (await db().revision.count({ where: { headline: '改过的一篇' } })) === 1)
  child.kill('SIGINT')
  expect((await ended).code).toBe(0)
})
