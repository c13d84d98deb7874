/** Chance that can be had again: the same seed throws the same dice (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** 0 up to, not including, 1 */
  throw(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(count: number): number {
    return Math.floor(this.throw() * count)
  }

  chance(part: number): boolean {
    return this.throw() < part
  }

  one<Value>(of: readonly Value[]): Value | undefined {
    return of[this.below(of.length)]
  }

  some<Value>(of: readonly Value[], most: number): Value[] {
    const left = [...of]
    const picked: Value[] = []
    for (let count = this.below(most + 1); count > 0 && left.length > 0; count--)
      picked.push(...left.splice(this.below(left.length), 1))
    return picked
  }
}

const WORDS = [
  '河灯',
  '渡口',
  '春汛',
  '粮仓',
  '夜校',
  '集市',
  '水渠',
  '戏台',
  '苗圃',
  '灯塔',
  '盐田',
  '驿站',
  '茶山',
  '石桥',
  '窑厂',
  '渔汛',
]

/** What tells of one text or name only, wherever it is found: its mark, or the name itself. */
export const marksIn = (text: string): string[] => text.match(MARK) ?? []
const MARK = new RegExp(`〔\\d+〕|(?:${WORDS.join('|')}){2}\\d+`, 'g')

/** A name nobody else has: two words and a number. */
export const nameBy = (dice: Dice, number: number) => `${dice.one(WORDS)}${dice.one(WORDS)}${number}`

/** Three hundred characters, different for each seed: enough for a report to be told from another. A mark says whose they are. */
export const textBy = (seed: number) =>
  `〔${seed}〕` +
  Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + ((seed * 977 + index * 37) % 9_000))).join('')
