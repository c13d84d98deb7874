import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const PROJECT = join(import.meta.dirname, '..', '..')

export interface RunningSite {
  url: string
  pid: number
  /** from the command to the first answer of /readyz */
  readyMs: number
  stop(): Promise<void>
}

/** `npm start` as an operator has it, on loopback: all else as `env` says. */
export async function startSite(env: Record<string, string>, project = PROJECT): Promise<RunningSite> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = spawn(process.execPath, [join(project, 'cli', 'start.mjs'), 'start'], {
    cwd: project,
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATABASE_DIRECT_URL: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      SITE_URL: url,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  await answers(child, `${url}/readyz`)
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: performance.now() - start,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const ok = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
    await sleep(20)
  }
  throw new Error('the site ended')
}

/** Runs a command of ours to its end and answers what it printed. Throws when it fails. */
export async function runCommand(words: string[], env: Record<string, string>, project = PROJECT): Promise<string> {
  const child = spawn(process.execPath, words, {
    cwd: project,
    env: { ...process.env, DATABASE_URL: '', DATABASE_DIRECT_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`)
  return printed
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
