import { writeSync } from 'node:fs'

/** A reader that is slow is waited for, but not for ever. */
const WAITS = 100
const WAIT_MS = 10
const clock = new Int32Array(new SharedArrayBuffer(4))

/**
 * Where log lines go: an open file of this process, which may lie on a disk that is full. What cannot be written is left out, and
 * the next line that can be says how many were; nobody who logs fails of it or waits until there is room.
 */
export class LogOutput {
  #lost = 0

  constructor(readonly fd: number) {}

  write(line: string): void {
    try {
      if (this.#lost > 0) {
        const told = {
          level: 40,
          time: Date.now(),
          pid: process.pid,
          lost: this.#lost,
          msg: 'lines of this log could not be written',
        }
        this.#put(`\n${JSON.stringify(told)}\n`)
        this.#lost = 0
      }
      this.#put(line)
    } catch {
      this.#lost++
    }
  }

  #put(text: string): void {
    let rest = Buffer.from(text)
    for (let waits = 0; rest.length > 0; ) {
      try {
        rest = rest.subarray(writeSync(this.fd, rest))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || ++waits > WAITS) throw error
        Atomics.wait(clock, 0, 0, WAIT_MS)
      }
    }
  }
}
