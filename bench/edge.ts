// What an edge gives: `npm run bench -- edge [ROUNDS] [SECONDS]`. An article's page through nginx as deploy/ sets it up, through Varnish
// where it is there, and from the site itself, beside the same bytes as a static file of nginx: one after the other, round after round.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, startNginx, startStatic, startVarnish } from './make-edge'
import { freePort } from './parts/site'

const PROJECT = join(import.meta.dirname, '..')
const CONNECTIONS = 32
const CODING = 'br'
/** 3,000 characters that do not repeat. */
const TEXT = Array.from({ length: 3_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919) % 6_000))).join('')
const POST = `---
layout: post
title: "汽渡恢复通航"
date: 2026-11-20 08:00:00 +0800
categories: bench
tags: 汽渡
---
${(TEXT.match(/.{200}/gu) ?? []).map((part) => `<p>${part}。</p>`).join('\n')}
`

const [rounds = 5, seconds = 5] = process.argv.slice(2).map(Number)
for (const program of ['wrk', 'nginx', 'openssl'])
  await run('which', [program]).catch(() => {
    throw new Error(`${program} is not on this machine (Debian: wrk nginx-light openssl)`)
  })
const hasVarnish = await run('which', ['varnishd']).catch(() => null)
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
await chmod(folder, 0o755)
const started: ChildProcess[] = []
try {
  await measure()
} finally {
  for (const child of started.toReversed()) await end(child)
  await rm(folder, { recursive: true, force: true })
}

interface Way {
  name: string
  url: string
  server: ChildProcess
  /** of each round */
  perSecond: number[]
  p50Ms: number[]
  p99Ms: number[]
  cpuUs: number[]
}

async function measure(): Promise<void> {
  console.log('starting a site …')
  const site = `http://127.0.0.1:${await freePort()}`
  const varnishPort = await freePort()
  const settings: Record<string, string> = hasVarnish
    ? { PURGE_URL: `http://127.0.0.1:${varnishPort}/`, PURGE_KIND: 'varnish', EDGE_SECONDS: '3600' }
    : {}
  const server = startSite(site, settings)
  await answering(`${site}/readyz`, server)
  const path = await bringArticle(site)
  const body = await sentBody(`${site}${path}`)
  const ways: Way[] = []
  const add = async (name: string, child: ChildProcess, url: string) => {
    if (child !== server) started.push(child)
    for (let asked = 0; asked < 100 && !(await isReady(url)); asked++) await sleep(100)
    ways.push({ name, url, server: child, perSecond: [], p50Ms: [], p99Ms: [], cpuUs: [] })
  }
  for (const sendfile of ['on', 'off'] as const) {
    const port = await freePort()
    const name = `static file, sendfile ${sendfile}`
    await add(
      name,
      await startStatic({ port, folder: join(folder, `static-${sendfile}`) }, body, sendfile),
      `http://127.0.0.1:${port}/page.html`,
    )
  }
  const port = await freePort()
  const ports = { tls: await freePort(), plain: await freePort() }
  await add('nginx', await startNginx({ port, folder: join(folder, 'nginx') }, site, ports), `http://127.0.0.1:${port}${path}`)
  if (hasVarnish)
    await add(
      'Varnish',
      await startVarnish({ port: varnishPort, folder: join(folder, 'varnish') }, site),
      `http://127.0.0.1:${varnishPort}${path}`,
    )
  await add('the site itself', server, `${site}${path}`)
  console.log(`${path}: ${body.length} bytes (${CODING}); ${rounds} rounds of ${seconds} s, ${CONNECTIONS} connections`)
  for (let round = 0; round < rounds; round++) for (const way of ways) await load(way)
  print(ways)
}

async function load(way: Way): Promise<void> {
  const before = await cpuSeconds(way.server.pid ?? 0)
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-H', `Accept-Encoding: ${CODING}`, way.url]
  const printed = await run('wrk', args)
  if (/Non-2xx/.test(printed)) throw new Error(`${way.name}: ${printed}`)
  const requests = Number(/(\d+) requests in/.exec(printed)?.[1])
  way.perSecond.push(Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)?.[1]))
  way.p50Ms.push(milliseconds(/50%\s+(\S+)/.exec(printed)?.[1]))
  way.p99Ms.push(milliseconds(/99%\s+(\S+)/.exec(printed)?.[1]))
  way.cpuUs.push((((await cpuSeconds(way.server.pid ?? 0)) - before) * 1e6) / requests)
}

/** Ratios are taken within each round, so that a neighbour's work falls on both; against the static file that was faster. */
function print(ways: Way[]): void {
  const statics = ways.filter(({ name }) => name.startsWith('static'))
  const best = statics.toSorted((one, other) => median(other.perSecond) - median(one.perSecond))[0]
  const ratio = (own: number[], of: number[] = []) => rounded(median(own.map((value, round) => value / (of[round] ?? 0))))
  console.table(
    ways.map(({ name, perSecond, p50Ms, p99Ms, cpuUs }) => ({
      served: name,
      'requests/s': Math.round(median(perSecond)),
      'of static': ratio(perSecond, best?.perSecond),
      'p50 ms': rounded(median(p50Ms)),
      'p99 ms': rounded(median(p99Ms)),
      'p99 of static': ratio(p99Ms, best?.p99Ms),
      'CPU µs a request': rounded(median(cpuUs)),
      'CPU of static': ratio(cpuUs, best?.cpuUs),
    })),
  )
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}

function milliseconds(text = ''): number {
  const [, value, unit] = /([\d.]+)(us|ms|s)/.exec(text) ?? []
  return Number(value) * (unit === 'us' ? 1e-3 : unit === 's' ? 1e3 : 1)
}

/** Of a process and all below it. */
async function cpuSeconds(pid: number): Promise<number> {
  const all = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')),
  )
  const processes = all.map((text) => {
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid: Number.parseInt(text, 10), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  })
  const own = (id: number): number =>
    processes
      .filter(({ parent }) => parent === id)
      .reduce((sum, { pid: child }) => sum + own(child), processes.find((each) => each.pid === id)?.ticks ?? 0)
  return own(pid) / 100
}

function startSite(site: string, settings: Record<string, string>): ChildProcess {
  const { port: PORT } = new URL(site)
  const own = {
    DATABASE_URL: '',
    DATABASE_DIRECT_URL: '',
    DATA_DIR: join(folder, 'data'),
    PORT,
    HOST: '127.0.0.1',
    SITE_URL: site,
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [join(PROJECT, 'cli', 'start.mjs'), 'start'], {
    env: { ...process.env, ...own, ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  started.push(child)
  return child
}

/** Imports one article over the command line, and follows its old address. */
async function bringArticle(site: string): Promise<string> {
  const archive = join(folder, 'archive')
  await mkdir(join(archive, '_posts'), { recursive: true })
  await writeFile(join(archive, '_posts', '2026-11-20-NW202611200800000001.md'), POST)
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'data') }
  const bringing = spawn(process.execPath, [join(PROJECT, 'cli', 'start.mjs'), 'import', archive], { env, stdio: 'ignore' })
  await once(bringing, 'exit')
  const moved = await fetch(`${site}/bench/2026/11/20/NW202611200800000001.html`, { redirect: 'manual' })
  const path = moved.headers.get('location')
  if (!path) throw new Error(`the article was not found: ${moved.status}`)
  return path
}

/** As it is sent, coded. */
async function sentBody(url: string): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': CODING } }, (answer) => buffer(answer).then(resolve, reject)).on('error', reject)
  })
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function answering(probe: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    if (await isReady(probe)) return
    await sleep(200)
  }
  throw new Error('the site ended')
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
