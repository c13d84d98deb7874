import { normalise } from './search/normalise'

/**
 * What a text is recognised by when another outlet carries it with a few words changed: the smallest hash of its runs of five
 * characters in each of 72 bins (one permutation hashing: Li, Owen, Zhang 2012; empty bins filled from the next one: Shrivastava,
 * Li 2014). The share of bins two texts have in common is about the share of their runs.
 */
export type Fingerprint = number[]

const BINS = 72
const RUN = 5
const ROWS = 3
/** Shorter texts resemble each other by chance: a caption, a list of prices. */
const FEWEST_RUNS = 80
const FEWEST_FILLED = BINS / 2
const NOT_TEXT = /[^\p{L}\p{N}]+/gu

/** 72 whole numbers of 32 bits; null for a text too short to be told from others, or that says one thing over and over. */
export function textFingerprint(text: string): Fingerprint | null {
  const letters = normalise(text).replace(NOT_TEXT, '')
  if ([...letters].length < FEWEST_RUNS + RUN - 1) return null
  const smallest = new Array<number>(BINS).fill(-1)
  for (let start = 0; start + RUN <= letters.length; start++) {
    const hash = hashRun(letters, start)
    const bin = hash % BINS
    const value = Math.floor(hash / BINS)
    const held = smallest[bin] ?? -1
    if (held < 0 || value < held) smallest[bin] = value
  }
  if (smallest.filter((value) => value >= 0).length < FEWEST_FILLED) return null
  return smallest.map((value, bin) => (value >= 0 ? value : borrowed(smallest, bin)))
}

/** FNV-1a over the UTF-16 units of a run, stirred as MurmurHash3 ends. */
function hashRun(letters: string, start: number): number {
  let hash = 0x811c9dc5
  for (let index = start; index < start + RUN; index++) hash = Math.imul(hash ^ letters.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function borrowed(smallest: readonly number[], bin: number): number {
  for (let step = 1; step < BINS; step++) {
    const value = smallest[(bin + step) % BINS] ?? -1
    // The distance is part of it, so that what two texts borrow from different places stays different.
    if (value >= 0) return (value + step * 0x9e3779b1) >>> 1
  }
  return 0
}

/**
 * 24 keys of 32 bits, signed as PostgreSQL's integers are. Texts that share half their runs have one in common 96 times in a
 * hundred, texts that share a fiftieth once in five thousand.
 */
export function fingerprintKeys(fingerprint: Fingerprint): number[] {
  const keys: number[] = []
  for (let first = 0; first < BINS; first += ROWS) {
    let key = Math.imul(first + 1, 0x9e3779b1)
    for (let bin = first; bin < first + ROWS; bin++) key = Math.imul(key ^ (fingerprint[bin] ?? 0), 0x01000193) ^ (key >>> 15)
    keys.push(key | 0)
  }
  return keys
}

const SPAN_MS = 3 * 86_400_000

/** Which span of three days a moment lies in: what is three days apart at most lies in the same or the one beside it. */
export const spanOf = (at: Date): number => Math.floor(at.getTime() / SPAN_MS)

/**
 * The keys as they stand in one span: whoever looks for a copy meets what came out in those days, not the same form of every year
 * before. Migration 20261203110000 reckons the same.
 */
export const keysInSpan = (keys: readonly number[], span: number): number[] =>
  keys.map((key) => key ^ Math.imul(span + 1, 0x9e3779b1))

/** The share of their runs two texts have in common, 0 to 1, within about 0.06. */
export function fingerprintLikeness(one: Fingerprint, other: Fingerprint): number {
  let alike = 0
  for (let bin = 0; bin < BINS; bin++) if (one[bin] === other[bin]) alike++
  return alike / BINS
}

const SAME_TEXT = 0.5
const SAME_OUTLETS_TEXT = 0.95

interface Reported {
  fingerprint: Fingerprint
  sourceId: number | null
}

/**
 * Whether two articles carry one report. An outlet repeats its own forms (weather, prices, notices) with other figures: of one
 * outlet only the same text is.
 */
export function isSameReport(one: Reported, other: Reported): boolean {
  const likeness = fingerprintLikeness(one.fingerprint, other.fingerprint)
  return likeness >= (one.sourceId === other.sourceId ? SAME_OUTLETS_TEXT : SAME_TEXT)
}
