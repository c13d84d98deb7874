import { readFileSync } from 'node:fs'

const EVERY_MS = 1_000

/** Bytes of memory that these processes have together, looked at every second. */
export class Memory {
  readonly #samples: number[] = []
  readonly #timer: NodeJS.Timeout

  constructor(pids: () => readonly number[]) {
    this.#timer = setInterval(() => this.#samples.push(pids().reduce((sum, pid) => sum + residentBytes(pid), 0)), EVERY_MS)
  }

  /** The most of each half of the time. */
  end(): [first: number, second: number] {
    clearInterval(this.#timer)
    const middle = Math.ceil(this.#samples.length / 2)
    return [Math.max(0, ...this.#samples.slice(0, middle)), Math.max(0, ...this.#samples.slice(middle))]
  }
}

function residentBytes(pid: number): number {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
