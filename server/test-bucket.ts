import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { freePort } from './postgres-server'

/** For tests: an empty bucket of a server program that is really there, as STORAGE_URL would name it. */
export interface TestBucket {
  url: string
  close(): Promise<void>
}

const run = promisify(execFile)
const SETTINGS = '/etc/swift/swift.conf'
const KINDS = ['account', 'container', 'object'] as const
const [ACCOUNT, USER, SECRET, NAME] = ['press', 'key', 'secret', 'pictures']
const READY_WITHIN_MS = 60_000

/** The one named, else of OpenStack Swift as Debian packs it, all of it on this machine; null: there is none. */
export async function openTestBucket(named?: string): Promise<TestBucket | null> {
  if (named) return { url: named, close: async () => {} }
  if (!existsSync(SETTINGS)) return null
  const folder = await mkdtemp(join(tmpdir(), 'bucket-'))
  const programs: ChildProcess[] = []
  const close = async () => {
    for (const program of programs) if (program.exitCode === null && program.kill('SIGKILL')) await once(program, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await mkdir(join(folder, 'devices', 'one'), { recursive: true })
    for (const kind of KINDS) programs.push(await startKeeper(folder, kind))
    const port = await freePort(0)
    programs.push(await start(folder, 'proxy', port, PROXY))
    await makeBucket(`http://127.0.0.1:${port}`, programs)
    return { url: `s3://${ACCOUNT}%3A${USER}:${SECRET}@127.0.0.1:${port}/${NAME}?tls=off`, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** One of the three that keep something, and the ring by which it is found. */
async function startKeeper(folder: string, kind: (typeof KINDS)[number]): Promise<ChildProcess> {
  const port = await freePort(0)
  const ring = join(folder, `${kind}.builder`)
  await run('swift-ring-builder', [ring, 'create', '2', '1', '0'])
  await run('swift-ring-builder', [ring, 'add', `r1z1-127.0.0.1:${port}/one`, '1'])
  await run('swift-ring-builder', [ring, 'rebalance'])
  const app = `${kind}-server`
  return await start(folder, kind, port, { 'pipeline:main': [`pipeline = ${app}`], [`app:${app}`]: [`use = egg:swift#${kind}`] })
}

type Sections = Record<string, string[]>

async function start(folder: string, kind: string, port: number, sections: Sections): Promise<ChildProcess> {
  const common = [`swift_dir = ${folder}`, `devices = ${join(folder, 'devices')}`, `user = ${userInfo().username}`]
  const here = ['bind_ip = 127.0.0.1', `bind_port = ${port}`, 'workers = 0', 'mount_check = false']
  const all: Sections = { DEFAULT: [...common, ...here], ...sections }
  const file = join(folder, `${kind}.conf`)
  const written = Object.entries(all).map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`)
  await writeFile(file, written.join('\n'))
  return spawn(`swift-${kind}-server`, [file], { stdio: 'ignore' })
}

const PROXY: Sections = {
  'pipeline:main': ['pipeline = catch_errors gatekeeper cache listing_formats s3api tempauth proxy-server'],
  'app:proxy-server': ['use = egg:swift#proxy', 'account_autocreate = true'],
  'filter:catch_errors': ['use = egg:swift#catch_errors'],
  'filter:gatekeeper': ['use = egg:swift#gatekeeper'],
  // It asks for one, and does without where none answers.
  'filter:cache': ['use = egg:swift#memcache', 'memcache_servers = 127.0.0.1:9'],
  'filter:listing_formats': ['use = egg:swift#listing_formats'],
  'filter:s3api': ['use = egg:swift#s3api', 'allow_multipart_uploads = false'],
  'filter:tempauth': ['use = egg:swift#tempauth', `user_${ACCOUNT}_${USER} = ${SECRET} .admin`],
}

/** As soon as all four serve. */
async function makeBucket(endpoint: string, programs: ChildProcess[]): Promise<void> {
  const credentials = { accessKeyId: `${ACCOUNT}:${USER}`, secretAccessKey: SECRET }
  const client = new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true })
  for (const untilMs = Date.now() + READY_WITHIN_MS; ; await sleep(100)) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: NAME }))
      return
    } catch (error) {
      const hasEnded = programs.some(({ exitCode }) => exitCode !== null)
      if (hasEnded || Date.now() > untilMs) throw new Error('Swift gave no bucket', { cause: error })
    }
  }
}
