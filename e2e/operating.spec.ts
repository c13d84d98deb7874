import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { importFiles, post } from './newsroom'
import { freePort, isReady, removeData, runSite, type SiteProcess } from './site-process'

// One site of two processes, through the days of its operator: the tests build on one another.
test.describe.configure({ mode: 'serial' })

const CODE = 'NW20261120110000'
const dataDir = join('.data', 'e2e', `operator-${process.pid}`)
const log = join('reports', 'e2e-operator.log')
let url: string
let archive: string
let address: string
let site: SiteProcess | undefined

test.beforeAll(async () => {
  archive = await mkdtemp(join(tmpdir(), 'archive-'))
  url = `http://127.0.0.1:${await freePort()}`
  site = await start()
})
test.afterAll(async () => {
  await site?.stop()
  await removeData(dataDir)
  await rm(archive, { recursive: true, force: true })
})

const start = () => runSite({ url, dataDir, log, settings: { WEB_CONCURRENCY: '2' } })

const bring = (title: string, more = '') => {
  const file = post({ title, code: CODE, body: `<p>${title}。</p>` }).replace('layout: post\n', `layout: post\n${more}`)
  return importFiles({ archive, dataDir, files: { [`2026-11-20-${CODE}.md`]: file } })
}

/** Over a connection of its own, so that the processes take turns. */
async function ask(path: string): Promise<{ status: number; html: string; location: string | undefined }> {
  return await new Promise((resolve, reject) => {
    request(`${url}${path}`, { agent: false }, (answer) => {
      const { statusCode = 0, headers } = answer
      text(answer).then((html) => resolve({ status: statusCode, html, location: headers.location }), reject)
    })
      .on('error', reject)
      .end()
  })
}

/** How every process answers, many times. */
async function askAll(path: string): Promise<{ status: number; html: string }[]> {
  return await Promise.all(Array.from({ length: 12 }, () => ask(path)))
}

/** How soon, `npm run bench -- publish` says. */
const everywhere = (path: string, holds: (answer: { status: number; html: string }) => boolean) =>
  expect.poll(async () => (await askAll(path)).every(holds), { intervals: [20] }).toBe(true)

const postmaster = async () => Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('an editor’s change is what every reader sees, whichever process answers', async () => {
  await bring('汽渡恢复通航')
  const moved = await ask(`/ceshiribao/2026/11/20/${CODE}.html`)
  address = moved.location ?? ''
  expect(address).toMatch(/^\/2026\/11\/20\/[0-9a-z]{10}$/)
  await everywhere(address, ({ html }) => html.includes('汽渡恢复通航'))
  await bring('汽渡推迟通航')
  await everywhere(address, ({ html }) => html.includes('汽渡推迟通航') && !html.includes('汽渡恢复通航'))
})

test('what an editor takes off the site is gone for every reader', async () => {
  await bring('汽渡推迟通航', 'published: false\n')
  await everywhere(address, ({ status, html }) => status === 410 && !html.includes('汽渡'))
  await bring('汽渡推迟通航')
  await everywhere(address, ({ status, html }) => status === 200 && html.includes('汽渡推迟通航'))
})

test('a database that is killed comes back by itself, and readers read on meanwhile', async () => {
  const pid = await postmaster()
  process.kill(pid, 'SIGKILL')
  const meanwhile: boolean[] = []
  const back = async () => {
    meanwhile.push(...(await askAll(address)).map(({ html }) => html.includes('汽渡推迟通航')))
    return (await ask('/2026/11/20')).status
  }
  await expect.poll(back, { timeout: 30_000, intervals: [50] }).toBe(200)
  expect(meanwhile).not.toContain(false)
  expect(await postmaster()).not.toBe(pid)
  await everywhere('/readyz', ({ status }) => status === 200)
  await bring('汽渡今日通航')
  await everywhere(address, ({ html }) => html.includes('汽渡今日通航'))
})

test('a stop ends the site and its database', async () => {
  const pid = await postmaster()
  expect(await site?.stop()).toBe(0)
  site = undefined
  // It takes its pid file away, which ends the waiting for it, some milliseconds before it is gone.
  await expect.poll(() => isAlive(pid), { intervals: [20] }).toBe(false)
  expect(await isReady(`${url}/healthz`)).toBe(false)
})

test('Next alone serves the same pages', async () => {
  const command = ['node_modules/next/dist/bin/next', 'start', '-p', new URL(url).port, '-H', '127.0.0.1']
  site = await runSite({ url, dataDir, log, command, probe: address })
  const { html } = await ask(address)
  expect(html.replaceAll('<wbr/>', '')).toMatch(/<h1[^>]*>汽渡今日通航<\/h1>/)
  expect((await ask('/2026/11/20/0000000000')).status).toBe(404)
  await site.stop()
})

test('a second start builds and imports nothing, and finds everything as it was', async () => {
  site = await start()
  expect(await readFile(log, 'utf8')).not.toMatch(/正在(导入|构建)/)
  expect((await ask(address)).html).toContain('汽渡今日通航')
})
