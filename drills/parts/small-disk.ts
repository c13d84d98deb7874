import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const mounted = new Set<string>()
// Before folders are taken away, which cannot be done while something is mounted in them.
process.prependListener('exit', () => {
  for (const path of [...mounted].toReversed()) unmount(path)
})

/** A file system of its own, in memory, so small that it can be filled. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  /** Throws where this user may not mount anything. */
  static mount(path: string, sizeMb: number): SmallDisk {
    mkdirSync(path, { recursive: true })
    const options = ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=755`, 'tmpfs', path]
    execFileSync('mount', options, { stdio: ['ignore', 'ignore', 'pipe'] })
    mounted.add(path)
    return new SmallDisk(path)
  }

  /** To the last byte. */
  fill(): void {
    const file = openSync(this.#filler, 'a')
    try {
      for (let size = 2 ** 20; size >= 1; ) {
        try {
          writeSync(file, Buffer.alloc(size))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          size = size > 1 ? Math.floor(size / 2) : 0
        }
      }
    } finally {
      closeSync(file)
    }
  }

  empty(): void {
    rmSync(this.#filler, { force: true })
  }

  unmount(): void {
    unmount(this.path)
  }

  get #filler(): string {
    return join(this.path, '.filler')
  }
}

function unmount(path: string): void {
  try {
    // Lazily: whoever still has a file open in it keeps that alone.
    execFileSync('umount', ['-l', path], { stdio: 'ignore' })
    mounted.delete(path)
  } catch {
    // It is not mounted any more.
  }
}
