import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Desk, newId } from './desk'

const BETWEEN_MS = 1_000
const [TRIES, AGAIN_MS] = [10, 1_000]
/** After so long a reader who looks again and again has not seen it. */
const SEEN_WITHIN_MS = 60_000

/** Somebody who writes, saves and publishes, one article after the other, and looks whether readers have it. */
export class StaffAtWork {
  deeds = 0
  failed = 0
  unseen = 0
  readonly odd: string[] = []
  #isOver = false
  #work: Promise<void> = Promise.resolve()

  private constructor(
    readonly site: string,
    readonly desk: Desk,
    readonly category: number,
  ) {}

  static async begin(site: string, desk: Desk): Promise<StaffAtWork> {
    const staff = new StaffAtWork(site, desk, await desk.openCategory('值班', 0))
    staff.#work = staff.#goOn()
    return staff
  }

  async end(): Promise<StaffAtWork> {
    this.#isOver = true
    await this.#work
    return this
  }

  async #goOn(): Promise<void> {
    for (let number = 1; !this.#isOver; number++) {
      await this.#article(`值班稿件第${number}篇`)
      await sleep(BETWEEN_MS)
    }
  }

  async #article(headline: string): Promise<void> {
    const id = newId()
    for (let version = 0; version < 3; version++) {
      const content = { headline, bodyHtml: `<p>第${version + 1}稿，水位平稳。</p>`, categoryIds: [this.category] }
      // Of one that was taken and not answered, the second is told that there is a newer version: its own.
      const saved = await this.#insist(() => this.desk.save(id, version, content), 'stale')
      if (!saved) return
    }
    if (!(await this.#insist(() => this.desk.act(`/admin/articles/${id}`, 'publish', id, {}), 'publish.nothing-new'))) return
    const path = (await this.desk.find(id))?.path
    const began = performance.now()
    while (!path || !(await this.#shows(path, headline))) {
      if (performance.now() - began > SEEN_WITHIN_MS) {
        this.unseen++
        this.odd.push(`${headline} is not seen at ${path}`)
        return
      }
      await sleep(AGAIN_MS)
    }
  }

  /** Asks again where no answer came, as a browser at the desk does. `done`: what is told where it had been done. */
  async #insist(act: () => Promise<Answer>, done: string): Promise<boolean> {
    let answer = await act()
    for (let tries = 1; answer.kind === 'unknown' && tries < TRIES; tries++) {
      await sleep(AGAIN_MS)
      answer = await act()
    }
    const isDone = answer.kind === 'ok' || (answer.kind === 'refused' && answer.codes.includes(done))
    if (isDone) this.deeds++
    else {
      this.failed++
      this.odd.push(`a deed failed: ${JSON.stringify(answer).slice(0, 200)}`)
    }
    return isDone
  }

  async #shows(path: string, headline: string): Promise<boolean> {
    const answer = await fetch(this.site + path, { signal: AbortSignal.timeout(15_000) }).catch(() => null)
    const text = await answer?.text().catch(() => '')
    return answer?.status === 200 && (text ?? '').replaceAll('<wbr/>', '').includes(headline)
  }
}
