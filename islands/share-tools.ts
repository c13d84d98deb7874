import { button, define, element, shadow, sheet, words } from '@/islands/parts/dom'

const css = sheet(`
:host{display:block}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:0 16px;min-block-size:var(--target,44px)}
output{color:var(--secondary,#5c5a55)}
`)

/** What only a script can add to the links that stand in the page: the device's share sheet, copying, a word about WeChat. */
class ShareTools extends HTMLElement {
  #said = element('output', {})

  connectedCallback() {
    if (this.shadowRoot) return
    const url = words(this, 'url')
    const title = words(this, 'title')
    const row = element('div', { class: 'row' })
    if ('share' in navigator)
      row.append(
        button(words(this, 'device'), () => this.#share({ url: `${url}?from=device`, title })),
        button(words(this, 'sendPoster'), () => this.#sharePoster(title)),
      )
    row.append(
      button(words(this, 'copy'), () => this.#copy(`${url}?from=copy`)),
      button(words(this, 'copyBoth'), () => this.#copy(`${title} ${url}?from=copy`)),
      this.#said,
    )
    shadow(this, css, element('slot', {}), row)
    // In WeChat's own browser the code cannot be scanned: its menu shares the page.
    if (/MicroMessenger/i.test(navigator.userAgent))
      this.querySelector('summary')?.addEventListener('click', (event) => {
        event.preventDefault()
        this.#say('inWechat')
      })
  }

  #say(name: string) {
    this.#said.textContent = words(this, name)
  }

  async #share(what: ShareData) {
    try {
      await navigator.share(what)
    } catch (problem) {
      // The reader closed the sheet: nothing to say. Anything else: the link is at hand all the same.
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) await this.#copy(what.url ?? '')
    }
  }

  /** The poster as a file in the share sheet, where its picture can be kept or sent on; else it opens. */
  async #sharePoster(title: string) {
    const address = words(this, 'poster')
    const bytes = await fetch(address).then(
      (answer) => answer.blob(),
      () => new Blob(),
    )
    const files = [new File([bytes], address.slice(8), { type: bytes.type })]
    if (bytes.size && navigator.canShare?.({ files })) await this.#share({ files, title })
    else open(address)
  }

  async #copy(text: string) {
    // Emptied first, so that a second press is announced again.
    this.#said.textContent = ''
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    this.#say(copied || this.#copyOldWay(text) ? 'copied' : 'copyFailed')
  }

  /** Without https there is no clipboard; a selected field can still be copied. */
  #copyOldWay(text: string): boolean {
    const field = element('textarea', { readonly: '' }, text)
    this.shadowRoot?.append(field)
    const before = this.shadowRoot?.activeElement
    field.select()
    const copied = document.execCommand('copy')
    field.remove()
    if (before instanceof HTMLElement) before.focus()
    return copied
  }
}

define('share-tools', ShareTools)
