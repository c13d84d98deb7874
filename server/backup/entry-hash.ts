import { createHash } from 'node:crypto'

/** The hash over a whole backup: of every entry its name, its size and its bytes, in order. */
export class EntryHash {
  readonly #hash = createHash('sha256')
  #count = 0

  add(name: string, bytes: Uint8Array): void {
    this.#count++
    this.#hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  }

  get count(): number {
    return this.#count
  }

  digest(): string {
    return this.#hash.copy().digest('hex')
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
