/** The queue is full, or a render took too long: the visitor is asked to come again. */
export class Busy extends Error {
  override name = 'Busy'
}

export interface QueueLimits {
  /** renders at once */
  atOnce: number
  /** waiting behind them */
  waiting: number
  /** after so long a visitor waits no more */
  patienceMs: number
  /** after so long a render that never ends gives its place to the next */
  placeMs: number
}

export const RENDER_LIMITS: QueueLimits = { atOnce: 4, waiting: 200, patienceMs: 9_500, placeMs: 30_000 }
export const SEARCH_LIMITS: QueueLimits = { ...RENDER_LIMITS, atOnce: 3, waiting: 60 }

/** So many of readers' renders start beside somebody of the staff, whose requests go to Next at once and share its processor. */
const BESIDE_STAFF = 1
/** Whoever holds a request open for longer, an upload, a stream, does not keep readers from theirs. */
const STAFF_MS = 5_000

/** Who of the staff is being served at this moment. While somebody is, readers' renders take turns. */
export class StaffFirst {
  #underWay = 0
  readonly #ended = new Set<() => void>()

  get isServed(): boolean {
    return this.#underWay > 0
  }

  async serve<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#underWay++
    const leave = once(() => {
      if (--this.#underWay === 0) for (const hear of this.#ended) hear()
    })
    const timer = setTimeout(leave, STAFF_MS)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
      leave()
    }
  }

  onEnd(hear: () => void): void {
    this.#ended.add(hear)
  }
}

/** Lets a few renders run at once and a bounded number wait, first come first served; fewer at once while staff are served. */
export class RenderQueue {
  readonly #limits: QueueLimits
  readonly #staff: StaffFirst | undefined
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(limits: QueueLimits = RENDER_LIMITS, staff?: StaffFirst) {
    this.#limits = limits
    this.#staff = staff
    staff?.onEnd(() => this.#fill())
  }

  get waiting(): number {
    return this.#waiting.length
  }

  async run<Result>(render: () => Promise<Result>): Promise<Result> {
    await this.#place()
    const leave = once(() => this.#leave())
    const timer = setTimeout(leave, this.#limits.placeMs)
    try {
      return await render()
    } finally {
      clearTimeout(timer)
      leave()
    }
  }

  async #place(): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running++
      return
    }
    if (this.#waiting.length >= this.#limits.waiting) throw new Busy('the queue is full')
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #leave(): void {
    this.#running--
    this.#fill()
  }

  #fill(): void {
    while (this.#running < this.#atOnce) {
      const next = this.#waiting.shift()
      if (!next) return
      this.#running++
      next()
    }
  }

  get #atOnce(): number {
    return this.#staff?.isServed ? BESIDE_STAFF : this.#limits.atOnce
  }
}

/** Rejects with Busy when the work is not done in time; the work itself goes on. */
export async function withPatience<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Busy(`not done in ${patienceMs} ms`)), patienceMs)
  })
  try {
    return await Promise.race([work, tired])
  } finally {
    clearTimeout(timer)
  }
}

function once(action: () => void): () => void {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}
