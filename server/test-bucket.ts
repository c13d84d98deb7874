import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'

/** For tests: an empty bucket of a server program that is really there, as STORAGE_URL would name it. */
export interface TestBucket {
  url: string
  close(): void
}

const PROGRAM = 'moto_server'

/** The one named, else of a program of this machine that speaks S3; null: there is none. */
export async function openTestBucket(named?: string): Promise<TestBucket | null> {
  if (named) return { url: named, close: () => {} }
  if (spawnSync(PROGRAM, ['--help'], { stdio: 'ignore' }).status !== 0) return null
  const server = spawn(PROGRAM, ['--host', '127.0.0.1', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const host = await hostOf(server)
  const made = await fetch(`http://${host}/press`, { method: 'PUT' })
  if (!made.ok) throw new Error(`${PROGRAM} made no bucket: ${made.status}`)
  return { url: `s3://key:secret@${host}/press?tls=off`, close: () => void server.kill('SIGKILL') }
}

/** It chooses a free port itself, and says which. */
async function hostOf(server: ChildProcess): Promise<string> {
  if (!server.stderr) throw new Error(`${PROGRAM} says nothing`)
  const lines = createInterface({ input: server.stderr })
  for await (const line of lines) {
    const host = /Running on http:\/\/(127\.0\.0\.1:\d+)/.exec(line)?.[1]
    if (host) {
      server.stderr.resume()
      return host
    }
  }
  throw new Error(`${PROGRAM} ended before it listened`)
}
