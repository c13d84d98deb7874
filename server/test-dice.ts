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
