import { define, element, words } from '@/islands/parts/dom'
import type { SearchSuggestion } from '@/newsroom/search/search-suggestion'

const WAIT_MS = 150
let count = 0

/**
 * Offers names and headlines while somebody types (WAI-ARIA APG: combobox with a list). It draws beside its input and not in a
 * shadow root, over whose edge the input could not name its list. While a Chinese word is being composed it keeps still.
 */
class SearchSuggest extends HTMLElement {
  #input: HTMLInputElement | null = null
  #id = `suggest-${++count}`
  #list = element('ul', { role: 'listbox', id: this.#id })
  #items: SearchSuggestion[] = []
  #active = -1
  #timer = 0
  #asking = new AbortController()

  connectedCallback() {
    const input = this.closest('form')?.querySelector<HTMLInputElement>('[name=q]')
    if (this.#input || !input) return
    this.#input = input
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': this.#id, autocomplete: 'off' }
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value)
    this.#list.setAttribute('aria-label', words(this, 'list'))
    this.#show([])
    input.addEventListener('input', (event) => (event as InputEvent).isComposing || this.#plan())
    input.addEventListener('compositionend', () => this.#plan())
    input.addEventListener('keydown', (event) => this.#press(event))
    input.addEventListener('blur', () => this.#stop())
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) =>
      this.#go([...this.#list.children].indexOf((event.target as Element).closest('li') as Element)),
    )
  }

  #stop() {
    clearTimeout(this.#timer)
    this.#asking.abort()
    this.#show([])
  }

  #plan() {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#ask(), WAIT_MS)
  }

  async #ask() {
    const q = this.#input?.value.trim()
    this.#asking.abort()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    if (!q) return this.#show([])
    const view = this.closest('[data-mode=elder]') ? '&view=elder' : ''
    try {
      const answer = await fetch(`/suggest.json?q=${encodeURIComponent(q)}${view}`, { signal })
      const { items = [] } = await answer.json()
      if (!signal.aborted) this.#show(items)
    } catch {
      // away, busy or too late: the form works without
    }
  }

  #show(items: SearchSuggestion[]) {
    this.#items = items
    // Not before it is needed: what a script put there would puzzle a page that hydrates.
    if (items.length) this.append(this.#list)
    this.#list.hidden = !items.length
    this.#input?.setAttribute('aria-expanded', `${!!items.length}`)
    this.#list.replaceChildren(
      ...items.map(({ label, note }, index) =>
        element(
          'li',
          { role: 'option', id: `${this.#id}-${index}` },
          element('span', {}, label),
          ' ',
          element('small', {}, note),
        ),
      ),
    )
    this.#mark(-1)
  }

  #mark(active: number) {
    this.#active = active
    for (const [index, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', `${index === active}`)
      if (index === active) option.scrollIntoView({ block: 'nearest' })
    }
    this.#input?.setAttribute('aria-activedescendant', active < 0 ? '' : `${this.#id}-${active}`)
  }

  #press(event: KeyboardEvent) {
    if (event.isComposing || event.keyCode === 229) return
    const { length } = this.#items
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !length) this.#plan()
    // Past either end it is the typed words again.
    else if (step) this.#mark(((this.#active + 1 + step + length + 1) % (length + 1)) - 1)
    else if (event.key === 'Enter' && this.#active >= 0) this.#go(this.#active)
    else if (event.key === 'Escape' && length) this.#stop()
    else return
    event.preventDefault()
  }

  #go(index: number) {
    const path = this.#items[index]?.path
    if (path) location.assign(path)
  }
}

define('search-suggest', SearchSuggest)
