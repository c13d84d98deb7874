import { BLANK, type Desk, newId } from './desk'
import { stateIn, stateWords } from './states'

/** How a drill counts what became of a save. A text that stands without an answer that came (409) is this very tab's: it goes on from there. */
export const FIGURE_OF = {
  taken: 'acknowledged writes',
  // For the editor's page: it says that the server is away, keeps the text, and tries again.
  'come again': 'saves told to come again',
  'no answer': 'saves told nothing',
} as const

/** One article in one tab, saved in numbered states as the editor's page does: it goes on with what it has until that is taken. */
export class NumberedDraft {
  readonly #id = newId()
  #version = 0
  #sent = 0
  #taken = 0
  /** of the last answer; 0: none came */
  status = 0

  /** `more`: HTML that follows the words of a state. */
  constructor(
    readonly desk: Desk,
    readonly category: number,
    readonly more: (number: number) => string = () => '',
  ) {}

  async save(): Promise<keyof typeof FIGURE_OF | 'stale'> {
    const number = ++this.#sent
    const bodyHtml = `<p>${stateWords(number)}</p>${this.more(number)}`
    const content = { ...BLANK, headline: '值夜', bodyHtml, categoryIds: [this.category] }
    const body = JSON.stringify({ clientId: this.desk.clientId, baseVersion: this.#version, content })
    const headers = { 'content-type': 'application/json' }
    const answer = await this.desk.ask(`/admin/articles/${this.#id}/draft`, { method: 'PUT', body, headers })
    this.status = answer?.status ?? 0
    const text = (await answer?.text().catch(() => '')) ?? ''
    if (answer?.ok) {
      this.#version = JSON.parse(text).version
      this.#taken = number
      return 'taken'
    }
    if (answer?.status !== 409) return answer && answer.status >= 500 ? 'come again' : 'no answer'
    this.#version = JSON.parse(text).current.version
    return 'stale'
  }

  /** Whether a state that was taken is gone, or one stands that was never sent. */
  async isLost(): Promise<boolean> {
    const state = stateIn((await this.desk.find(this.#id))?.content.bodyHtml ?? '')
    return state < this.#taken || state > this.#sent
  }
}
