import { button, define, element, shadow, sheet, words } from '@/islands/parts/dom'
import { countNew, firstSeen, type LatestItem, type Seen } from '@/newsroom/new-articles'

const FIRST_MS = 10_000
const EVERY_MS = 60_000
/** Once the reader has been told, and the most a server in trouble is left alone. */
const SELDOM_MS = 5 * EVERY_MS

const css = sheet(`
:host{position:sticky;inset-block-start:12px;z-index:10;display:block;block-size:0;text-align:center;font-size:var(--text-base,1rem)}
[role=status]:not(:empty){display:inline-flex;align-items:stretch;transform:translateY(-8px);background:var(--paper,#fdfcf9);border:1px solid var(--hairline,#dcd8cf);border-block-start:2px solid var(--red,#a8201a)}
@media (min-width:1100px){[role=status]:not(:empty){transform:translateY(-24px)}}
a,button{display:flex;align-items:center;padding:0 16px}
a{color:var(--red,#a8201a);font-weight:700}
button{border-inline-start:1px solid var(--hairline,#dcd8cf);text-decoration:none;min-inline-size:var(--target,44px);justify-content:center;padding:0}
`)

/**
 * Says how many articles have come since the page was loaded, and leads to them when asked to; it never reloads by itself.
 * Its place is the first in <main>: it takes up no room there, lies over the gap under the masthead and stays in sight.
 */
class LiveNotice extends HTMLElement {
  #status = element('div', { role: 'status' })
  #seen: Seen | null = null
  #told = 0
  #failures = 0
  #timer = 0
  #dueAt = 0

  connectedCallback() {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
    if (this.shadowRoot || connection?.saveData) return
    shadow(this, css, this.#status)
    document.addEventListener('visibilitychange', () => this.#wait())
    this.#plan(FIRST_MS)
  }

  /** Up to a fifth later at random, so that readers do not all ask in the same second. */
  #plan(ms: number) {
    this.#dueAt = Date.now() + ms * (1 + Math.random() / 5)
    this.#wait()
  }

  /** Nobody is asked while nobody looks; what fell due meanwhile is asked as soon as somebody does. */
  #wait() {
    clearTimeout(this.#timer)
    if (!document.hidden) this.#timer = window.setTimeout(() => this.#ask(), this.#dueAt - Date.now())
  }

  async #ask() {
    try {
      const answer = await fetch('/latest.json', { cache: 'no-cache' })
      if (!answer.ok) throw new Error(`/latest.json answers ${answer.status}`)
      const { items } = (await answer.json()) as { items: LatestItem[] }
      this.#failures = 0
      this.#seen ??= firstSeen(items, this.dataset.newest)
      const count = countNew(items, this.#seen)
      if (count !== this.#told) this.#tell(count, count === items.length && count > 1)
    } catch {
      this.#failures++
    }
    this.#plan(this.#told ? SELDOM_MS : Math.min(EVERY_MS * 2 ** this.#failures, SELDOM_MS))
  }

  #tell(count: number, orMore: boolean) {
    this.#told = count
    const text = words(this, count === 1 ? 'one' : 'some').replace('{count}', `${count}${orMore ? '+' : ''}`)
    const close = button('×', () => this.#show())
    close.setAttribute('aria-label', words(this, 'close'))
    if (count) this.#show(element('a', { href: this.closest('[data-mode=elder]') ? '/?view=elder' : '/' }, text), close)
    else this.#show()
  }

  #show(...content: Node[]) {
    this.#status.replaceChildren(...content)
    // What is focused below is not scrolled under the notice.
    document.documentElement.style.scrollPaddingBlockStart = content.length ? '5rem' : ''
  }
}

define('live-notice', LiveNotice)
