// What an edge gives: `npm run bench -- edge [ROUNDS] [SECONDS]`. An article's page through nginx as deploy/ sets it up, through Varnish
// where it is there, and from the site itself, beside the same bytes as a static file of nginx: one after the other, round after round;
// then front page, category and search through nginx beside theirs.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { run, startNginx, startStatic, startVarnish } from './make-edge'
import { type Aim, type Row, report } from './parts/results'
import { freePort, PROJECT, type RunningSite, runCommand, startSite } from './parts/site'
import { median, round } from './parts/statistics'
import { familyCpuMs } from './parts/usage'
import { hasProgram } from './parts/wrk'

const CONNECTIONS = 32
const CODING = 'br'
const [RATE_AIM, P99_AIM] = [0.6, 3]
/** 3,000 characters that do not repeat. */
const TEXT = Array.from({ length: 3_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919) % 6_000))).join('')
const OTHERS = [
  ['front', '/'],
  ['category', '/category/bench'],
  ['search', `/search?q=${encodeURIComponent('汽渡')}`],
] as const
const POST = `---
layout: post
title: "汽渡恢复通航"
date: 2026-11-20 08:00:00 +0800
categories: bench
tags: 汽渡
---
${(TEXT.match(/.{200}/gu) ?? []).map((part) => `<p>${part}。</p>`).join('\n')}
`

const given = process.argv.slice(2).map(Number)
const [rounds = 5, seconds = 5] = given
for (const program of ['wrk', 'nginx', 'openssl'])
  if (!hasProgram(program)) throw new Error(`${program} is not on this machine (Debian: wrk nginx-light openssl)`)
const hasVarnish = hasProgram('varnishd')
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
await chmod(folder, 0o755)
const dataDir = join(folder, 'data')
const started: ChildProcess[] = []
let site: RunningSite | undefined
try {
  await measure()
} finally {
  for (const child of started.toReversed()) await end(child)
  await site?.stop()
  await rm(folder, { recursive: true, force: true })
}

interface Way {
  name: string
  url: string
  /** of the server; what it started counts too */
  pid: number
  /** of each round */
  perSecond: number[]
  p50Ms: number[]
  p99Ms: number[]
  cpuUs: number[]
}

async function measure(): Promise<void> {
  console.log('starting a site …')
  const varnishPort = await freePort()
  const purged = { PURGE_URL: `http://127.0.0.1:${varnishPort}/`, PURGE_KIND: 'varnish', EDGE_SECONDS: '3600' }
  site = await startSite({ DATA_DIR: dataDir, LOG_LEVEL: 'error', SEARCHES_PER_MINUTE: '100000', ...(hasVarnish && purged) })
  const path = await bringArticle(site.url)
  const body = await sentBody(site.url + path)
  const ways: Way[] = []
  const add = (name: string, pid: number, url: string) => ways.push(newWay(name, pid, url))
  const addServer = async (name: string, child: ChildProcess, url: string) => {
    started.push(child)
    for (let asked = 0; asked < 100 && !(await isReady(url)); asked++) await sleep(100)
    add(name, child.pid ?? 0, url)
  }
  for (const sendfile of ['on', 'off'] as const) {
    const at = { port: await freePort(), folder: join(folder, `static-${sendfile}`) }
    await addServer(
      `static file, sendfile ${sendfile}`,
      await startStatic(at, body, sendfile),
      `http://127.0.0.1:${at.port}/page.html`,
    )
  }
  const at = { port: await freePort(), folder: join(folder, 'nginx') }
  const ports = { tls: await freePort(), plain: await freePort() }
  await addServer('nginx', await startNginx(at, site.url, ports), `http://127.0.0.1:${at.port}${path}`)
  if (hasVarnish) {
    const varnish = await startVarnish({ port: varnishPort, folder: join(folder, 'varnish') }, site.url)
    await addServer('Varnish', varnish, `http://127.0.0.1:${varnishPort}${path}`)
  }
  add('the site itself', site.pid, site.url + path)
  for (let round = 0; round < rounds; round++) for (const way of ways) await load(way)
  tell(ways, body.length, await measureOthers(site, ways))
}

/** Front page, category and search: nginx, then the site, then the same bytes as a file; a search is nobody's to keep. */
async function measureOthers(site: RunningSite, ways: readonly Way[]): Promise<Row[]> {
  const [file, edge] = ['static file, sendfile off', 'nginx'].map((wanted) => ways.find(({ name }) => name === wanted))
  if (!file || !edge) return []
  const others: { name: string; bytes: number; own: [Way, Way, Way] }[] = []
  for (const [name, path] of OTHERS) {
    const body = await sentBody(site.url + path)
    await writeFile(join(folder, 'static-off', `${name}.html`), body)
    const urls = [new URL(`/${name}.html`, file.url).href, new URL(path, edge.url).href, site.url + path] as const
    const own: [Way, Way, Way] = [
      newWay(name, file.pid, urls[0]),
      newWay(name, edge.pid, urls[1]),
      newWay(name, site.pid, urls[2]),
    ]
    others.push({ name, bytes: body.length, own })
  }
  for (let turn = 0; turn < rounds; turn++) for (const { own } of others) for (const way of own) await load(way)
  return others.map(({ name, bytes, own: [still, kept, origin] }) => ({
    page: name,
    bytes,
    'static file, requests/s': round(median(still.perSecond)),
    'nginx, requests/s': round(median(kept.perSecond)),
    'of static': ratio(kept.perSecond, still.perSecond),
    'p99 of static': ratio(kept.p99Ms, still.p99Ms),
    'the site itself, requests/s': round(median(origin.perSecond)),
    'the site of static': ratio(origin.perSecond, still.perSecond),
  }))
}

function newWay(name: string, pid: number, url: string): Way {
  return { name, url, pid, perSecond: [], p50Ms: [], p99Ms: [], cpuUs: [] }
}

async function load(way: Way): Promise<void> {
  const before = familyCpuMs(way.pid)
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-H', `Accept-Encoding: ${CODING}`, way.url]
  const printed = await run('wrk', args)
  if (/Non-2xx/.test(printed)) throw new Error(`${way.name}: ${printed}`)
  const requests = Number(/(\d+) requests in/.exec(printed)?.[1])
  way.perSecond.push(Number(/Requests\/sec:\s+([\d.]+)/.exec(printed)?.[1]))
  way.p50Ms.push(milliseconds(/50%\s+(\S+)/.exec(printed)?.[1]))
  way.p99Ms.push(milliseconds(/99%\s+(\S+)/.exec(printed)?.[1]))
  way.cpuUs.push(((familyCpuMs(way.pid) - before) * 1e3) / requests)
}

/** Taken within each round, so that a neighbour's work falls on both. */
function ratio(own: number[] = [], of: number[] = []): number {
  return round(median(own.map((value, at) => value / (of[at] ?? 0))), 2)
}

/** Ratios are to the static file that was faster. */
function tell(ways: Way[], bytes: number, others: Row[]): void {
  const statics = ways.filter(({ name }) => name.startsWith('static'))
  const best = statics.toSorted((one, other) => median(other.perSecond) - median(one.perSecond))[0]
  const nginx = ways.find(({ name }) => name === 'nginx')
  const aims: Aim[] = [
    {
      ...{ what: 'An article through nginx, rate : the same bytes as a static file', unit: '', aim: RATE_AIM, is: 'least' },
      value: ratio(nginx?.perSecond, best?.perSecond),
    },
    {
      ...{ what: 'An article through nginx, p99 : the same bytes as a static file', unit: '×', aim: P99_AIM, is: 'most' },
      value: ratio(nginx?.p99Ms, best?.p99Ms),
    },
  ]
  const rows = ways.map(({ name, perSecond, p50Ms, p99Ms, cpuUs }) => ({
    served: name,
    'requests/s': round(median(perSecond)),
    'of static': ratio(perSecond, best?.perSecond),
    'p50 ms': round(median(p50Ms), 2),
    'p99 ms': round(median(p99Ms), 2),
    'p99 of static': ratio(p99Ms, best?.p99Ms),
    'CPU µs a request': round(median(cpuUs), 2),
    'CPU of static': ratio(cpuUs, best?.cpuUs),
  }))
  const about = `An article of 3,000 characters, ${bytes} bytes (${CODING}), through nginx and Varnish as deploy/ sets them up and from the site itself (one process), beside the same bytes as a static file of nginx: ${rounds} rounds of ${seconds} s with wrk, ${CONNECTIONS} connections, all on the same cores. Medians; ratios within a round, to nginx’ faster way with the file. Other pages of the sample paper: a search is made anew for each who asks.`
  report(
    'edge',
    {
      about,
      aims,
      tables: [
        { title: 'Served by', rows },
        { title: 'Other pages', rows: others },
      ],
    },
    given.length === 0,
  )
}

function milliseconds(text = ''): number {
  const [, value, unit] = /([\d.]+)(us|ms|s)/.exec(text) ?? []
  return Number(value) * (unit === 'us' ? 1e-3 : unit === 's' ? 1e3 : 1)
}

/** Imports one article over the command line, and follows its old address. */
async function bringArticle(site: string): Promise<string> {
  const archive = join(folder, 'archive')
  await mkdir(join(archive, '_posts'), { recursive: true })
  await writeFile(join(archive, '_posts', '2026-11-20-NW202611200800000001.md'), POST)
  await runCommand([join(PROJECT, 'cli', 'start.mjs'), 'import', archive], { DATA_DIR: dataDir })
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
