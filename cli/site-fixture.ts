import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from './root'

export interface RunningSite {
  origin: string
  /** what it said so far */
  said(): string
  stop(): Promise<void>
}

const READY_WITHIN_MS = 300_000

/** The built site in a process of its own, by the very command that `npm start` runs; resolves when it is ready. */
export async function startSiteProcess(settings: Record<string, string> & { PORT: string }): Promise<RunningSite> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_POOL_SIZE: '4', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const origin = `http://127.0.0.1:${settings.PORT}`
  const site = { origin, said: () => said, stop: () => end(child) }
  for (const untilMs = Date.now() + READY_WITHIN_MS; ; await sleep(50)) {
    if (
      await fetch(`${origin}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return site
    if (child.exitCode !== null || Date.now() > untilMs) {
      await end(child)
      throw new Error(`the site did not become ready:\n${said.slice(-3_000)}`)
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await once(child, 'exit')
  clearTimeout(late)
}
