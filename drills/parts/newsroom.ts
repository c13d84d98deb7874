import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Desk, newId } from './desk'
import type { Dice } from './dice'
import type { Ledger, Published } from './ledger'
import { noisePicture, sha256 } from './pictures'
import { stateWords } from './states'

const EDITORS = 4
const STATES = 8
const PAUSE_MS = 30
const SLOW_PAUSE_MS = 250
/** Whoever waits for an answer longer has none. */
const NEVER_MS = 600_000

type Answered = Exclude<Answer, { kind: 'unknown' }>

/** People at work: editors whose pages save, somebody who publishes, one who schedules, one who brings pictures. */
export class Newsroom {
  #isOpen = false
  #work: Promise<void>[] = []
  #waiting: { sinceMs: number; tell: (ms: number) => void }[] = []
  /** what was answered that should not have been */
  readonly odd: string[] = []

  constructor(
    readonly desk: Desk,
    readonly category: number,
    readonly ledger: Ledger,
    readonly dice: Dice,
  ) {}

  begin(): void {
    this.#isOpen = true
    const editors = Array.from({ length: EDITORS }, () => () => this.#edit())
    const all = [...editors, () => this.#publish(), () => this.#schedule(), () => this.#bringPicture()]
    this.#work = all.map(async (deed) => {
      try {
        while (this.#isOpen) await deed()
      } catch (error) {
        this.odd.push(String(error))
      }
    })
    // Whoever waits for the next thing to be taken waits no longer than there is anybody at work.
    void Promise.all(this.#work).then(() => this.#tell(Number.POSITIVE_INFINITY))
  }

  /** Everybody ends what they are at, as often as it takes to be told that it is done. */
  async settle(): Promise<void> {
    this.#isOpen = false
    await Promise.all(this.#work)
  }

  /** Milliseconds until something that is sent from now on is taken. */
  taken(): Promise<number> {
    return new Promise((tell) => this.#waiting.push({ sinceMs: performance.now(), tell }))
  }

  async #edit(): Promise<void> {
    const tab = this.desk.tab()
    const kept = { id: newId(), states: 0 }
    this.ledger.autosaved.push(kept)
    while (this.#isOpen && kept.states < STATES) {
      const base = kept.states
      const { answer } = await this.#untilAnswered(() => tab.save(kept.id, base, this.#content(kept.id, base + 1)))
      // Saved again because no answer came, it is the same version.
      if (answer.kind !== 'ok' || answer.value.version !== base + 1) throw new Error(`not saved: ${JSON.stringify(answer)}`)
      kept.states++
      await sleep(PAUSE_MS)
    }
    await tab.leave(kept.id)
  }

  async #publish(): Promise<void> {
    const tab = this.desk.tab()
    const made: Published = { id: newId(), changes: 0, corrections: [] }
    await this.#save(tab, made.id, 0)
    await this.#putOut(tab, made.id)
    this.ledger.published.push(made)
    await sleep(SLOW_PAUSE_MS)
    if (this.#isOpen && this.dice.throw() < 0.5) await this.#correct(tab, made)
    if (this.#isOpen && this.dice.throw() < 0.5) {
      await this.#save(tab, made.id, 1)
      await this.#putOut(tab, made.id)
      made.changes++
    }
  }

  /** A person who is not told whether it was done looks first: this one is sent once. */
  async #correct(tab: Desk, { id, corrections }: Published): Promise<void> {
    const wrong = `误${corrections.length}号${id}`
    const answer = await tab.act(`/admin/articles/${id}`, 'correct', id, { wrong, right: '正' })
    corrections.push({ wrong, isTold: answer.kind === 'ok' })
    if (answer.kind === 'ok') this.ledger.acknowledged++
    if (answer.kind === 'refused') throw new Error(`not corrected: ${JSON.stringify(answer)}`)
  }

  async #schedule(): Promise<void> {
    const tab = this.desk.tab()
    const id = newId()
    await this.#save(tab, id, 0)
    const at = new Date(Date.now() + this.dice.between(1_000, 6_000))
    await this.#putOut(tab, id, at)
    this.ledger.scheduled.push({ id, at })
    await sleep(SLOW_PAUSE_MS)
  }

  async #bringPicture(): Promise<void> {
    const bytes = await noisePicture()
    const id = sha256(bytes)
    const { answer } = await this.#untilAnswered(() => this.desk.upload(bytes, `${id.slice(0, 8)}.jpg`))
    if (answer.kind !== 'ok') throw new Error(`no picture: ${JSON.stringify(answer)}`)
    this.ledger.pictures.push(id)
    await sleep(SLOW_PAUSE_MS)
  }

  async #save(tab: Desk, id: string, base: number): Promise<void> {
    const { answer } = await this.#untilAnswered(() => tab.save(id, base, this.#content(id, base + 1)))
    if (answer.kind !== 'ok') throw new Error(`not saved: ${JSON.stringify(answer)}`)
  }

  /** Asked for again, it may be told that it is out already. */
  async #putOut(tab: Desk, id: string, at?: Date): Promise<void> {
    const wanted = at ? { at: at.toISOString() } : {}
    const { answer, times } = await this.#untilAnswered(() => tab.act(`/admin/articles/${id}`, 'publish', id, wanted))
    if (answer.kind === 'ok' || (times > 1 && answer.codes.includes('publish.nothing-new'))) return
    throw new Error(`not published: ${JSON.stringify(answer)}`)
  }

  async #untilAnswered(send: () => Promise<Answer>): Promise<{ answer: Answered; times: number }> {
    const began = performance.now()
    for (let times = 1; performance.now() - began < NEVER_MS; times++) {
      const sent = performance.now()
      const answer = await send()
      if (answer.kind === 'ok') this.#wasTaken(sent)
      if (answer.kind !== 'unknown') return { answer, times }
      await sleep(PAUSE_MS)
    }
    throw new Error('never answered')
  }

  #wasTaken(sentMs: number): void {
    this.ledger.acknowledged++
    this.#tell(sentMs)
  }

  #tell(sentMs: number): void {
    for (const { sinceMs, tell } of this.#waiting) if (sinceMs <= sentMs) tell(performance.now() - sinceMs)
    this.#waiting = this.#waiting.filter(({ sinceMs }) => sinceMs > sentMs)
  }

  #content(id: string, state: number) {
    return {
      headline: `夜班${id}`,
      bodyHtml: `<p>${stateWords(state)}，闸门开度一米二。</p>`,
      categoryIds: [this.category],
    }
  }
}
