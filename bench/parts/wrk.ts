import { execFile, spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Load {
  requests: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  /** bytes a request, headers included */
  bytes: number
  /** answers that were none, or no 2xx or 3xx */
  bad: number
}

const run = promisify(execFile)
const SAY = `done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('LOAD{"requests":%d,"us":%d,"bytes":%d,"p50":%d,"p99":%d,"bad":%d}\\n', summary.requests, summary.duration,
    summary.bytes, latency:percentile(50), latency:percentile(99), e.status + e.connect + e.read + e.write + e.timeout))
end
`

/** Whether a program of this machine's packages is there. */
export const hasProgram = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0

/** One thread of wrk, on the last core where the system can do that. `folder` takes its script. */
export async function wrk(
  address: string,
  options: { folder: string; seconds: number; connections: number; coding: string },
): Promise<Load> {
  const script = join(options.folder, 'say.lua')
  await writeFile(script, SAY)
  const words = ['wrk', '-t1', `-c${options.connections}`, `-d${options.seconds}s`, '-s', script]
  const { stdout } = await run('taskset', ['-c', '1', ...words, '-H', `Accept-Encoding: ${options.coding}`, address])
  const told = JSON.parse(/^LOAD(\{.*\})$/m.exec(stdout)?.[1] ?? 'null') as Record<
    'requests' | 'us' | 'bytes' | 'p50' | 'p99' | 'bad',
    number
  > | null
  if (!told) throw new Error(`wrk said: ${stdout}`)
  return {
    requests: told.requests,
    perSecond: told.requests / (told.us / 1e6),
    p50Ms: told.p50 / 1_000,
    p99Ms: told.p99 / 1_000,
    bytes: told.bytes / Math.max(1, told.requests),
    bad: told.bad,
  }
}

/** Keeps a process with all its threads on one core; the load comes from the other. */
export function pin(pid: number, cores: string): void {
  spawnSync('taskset', ['-acp', cores, String(pid)])
}
