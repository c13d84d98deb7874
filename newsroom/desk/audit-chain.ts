import { createHash } from 'node:crypto'

/** One link of the chain, with what its entry says now in the form that is hashed; null: the entry is gone. */
export interface ChainLink {
  /** counts from 1 in the order of the commits, without a gap */
  number: bigint
  entryId: bigint
  hash: string
  text: string | null
}

/** How far the record went at a time, and what stood there: kept where whoever changes the record does not reach. */
export interface ChainHead {
  at: Date
  number: bigint
  hash: string
}

export type ChainFault =
  /** nothing stands at this number, but something does after it */
  | { kind: 'deleted'; number: bigint; entryId: null }
  /** the chain names an entry that is gone */
  | { kind: 'deleted'; number: bigint; entryId: bigint }
  /** an entry, its place or its hash is not what it was */
  | { kind: 'changed'; number: bigint; entryId: bigint }
  /** the chain is whole in itself, and not the one that was there when this head was kept */
  | { kind: 'rewritten'; number: bigint; entryId: bigint; head: ChainHead }
  /** the record ends before this head */
  | { kind: 'cut'; number: bigint; entryId: null; head: ChainHead }
  /** an entry that the database did not link */
  | { kind: 'slipped-in'; number: null; entryId: bigint }

/** sha256, hex, of the hash before it ('' for the first) and of what the entry says (UTF-8). */
export const chainHash = (previous: string, text: string) => createHash('sha256').update(previous).update(text).digest('hex')

/** Follows the chain from its first link on; each is shown to it once, in order. */
export class ChainWalk {
  #number = 0n
  #hash = ''
  readonly #heads: Map<bigint, ChainHead[]>

  constructor(heads: readonly ChainHead[]) {
    this.#heads = Map.groupBy(heads, ({ number }) => number)
  }

  get head(): { number: bigint; hash: string } {
    return { number: this.#number, hash: this.#hash }
  }

  /** The first thing that is wrong, at this link; after it nothing more can be said. */
  follow({ number, entryId, hash, text }: ChainLink): ChainFault | null {
    if (number !== this.#number + 1n) return { kind: 'deleted', number: this.#number + 1n, entryId: null }
    if (text === null) return { kind: 'deleted', number, entryId }
    if (chainHash(this.#hash, text) !== hash) return { kind: 'changed', number, entryId }
    const head = this.#heads.get(number)?.find((kept) => kept.hash !== hash)
    if (head) return { kind: 'rewritten', number, entryId, head }
    this.#number = number
    this.#hash = hash
    return null
  }

  /** Whether a head that was kept lies beyond the end. */
  end(): ChainFault | null {
    const head = [...this.#heads.values()].flat().find(({ number }) => number > this.#number)
    return head ? { kind: 'cut', number: this.#number + 1n, entryId: null, head } : null
  }
}

/** `2026-11-30T02:00:00.000Z 1203 9f86d0…`, as it stands in the file of heads. */
export const headLine = ({ at, number, hash }: ChainHead) => `${at.toISOString()} ${number} ${hash}`

const HEAD = /^(\S+) (\d{1,18}) ([0-9a-f]{64})$/

/** Null for what is no head. */
export function readHead(line: string): ChainHead | null {
  const [, at = '', number = '', hash = ''] = HEAD.exec(line.trim()) ?? []
  const instant = new Date(at)
  return hash === '' || Number.isNaN(instant.getTime()) ? null : { at: instant, number: BigInt(number), hash }
}
