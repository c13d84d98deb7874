import { define, element, shadow, sheet, words } from '@/islands/parts/dom'
import { type Choice, choose, chosen } from '@/islands/parts/memory'

/** Name of the words for each value; the empty value is the newspaper's own choice and needs no remembering. */
const CHOICES: Record<Choice, Record<string, string>> = {
  size: { sizeSmall: 'small', sizeStandard: '', sizeLarge: 'large', sizeHuge: 'huge' },
  theme: { themeAuto: '', themeLight: 'light', themeDark: 'dark' },
  face: { faceAuto: '', faceSerif: 'serif', faceSans: 'sans' },
}

const css = sheet(`
:host{display:inline-block}
button{white-space:nowrap}
[popover]{margin:auto;inset:0;box-sizing:border-box;inline-size:min(24rem,100vw);padding:12px 24px 20px;border:1px solid var(--hairline,#dcd8cf);border-block-start:2px solid var(--ink,#1a1a18);background:var(--paper,#fdfcf9);color:inherit;font-size:var(--text-base,1rem);line-height:1.6}
[popover]::backdrop{background:none}
@media (max-width:599px){[popover]{inset:auto 0 0;margin:0;inline-size:100%;max-inline-size:none;border-inline:0;border-block-end:0}}
@supports (position-area:block-end){@media (min-width:600px){[popover]{inset:auto;margin:4px 0;position-area:block-end span-inline-start;position-try-fallbacks:flip-inline}}}
fieldset{border:0;margin:0;padding:8px 0;min-inline-size:0}
fieldset+fieldset{border-block-start:1px solid var(--hairline,#dcd8cf)}
legend{float:inline-start;inline-size:4em;line-height:var(--target,44px);padding:0;color:var(--secondary,#5c5a55)}
.row{display:flex;flex-wrap:wrap}
label{position:relative;display:flex;align-items:center;min-block-size:var(--target,44px);padding:0 8px;cursor:pointer}
input{position:absolute;inset:0;opacity:0;margin:0;cursor:pointer}
span{border-block-end:2px solid transparent;padding-block-start:2px}
:checked+span{border-color:var(--red,#a8201a);font-weight:700}
label:has(:focus-visible){outline:2px solid var(--ink,#1a1a18);outline-offset:-2px}
@media (forced-colors:active){:checked+span{border-color:Highlight}}
`)

/** Size of type, light or dark, face of the text: applied at once, remembered in this browser. */
class ReadingSettings extends HTMLElement {
  connectedCallback() {
    // Without popovers the panel could not be closed; such a browser has its own zoom.
    if (this.shadowRoot || !('popover' in this)) return
    const panel = element('div', { id: 'panel', popover: '', role: 'dialog', 'aria-label': words(this, 'title') })
    for (const choice of Object.keys(CHOICES) as Choice[]) panel.append(this.#fieldset(choice))
    const opener = element('button', { type: 'button', 'aria-label': words(this, 'title') }, words(this, 'open'))
    opener.popoverTargetElement = panel
    const root = shadow(this, css, opener, panel)
    panel.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#mark(panel)
      // Whoever chose with the keyboard goes on from where they opened it: across a shadow root browsers lose the place.
      else if (panel.contains(root.activeElement)) opener.focus()
    })
  }

  #fieldset(choice: Choice): HTMLFieldSetElement {
    const row = element('div', { class: 'row' })
    for (const [name, value] of Object.entries(CHOICES[choice])) {
      const input = element('input', { type: 'radio', name: choice, value })
      input.addEventListener('change', () => choose(choice, value))
      row.append(element('label', {}, input, element('span', {}, words(this, name))))
    }
    return element('fieldset', {}, element('legend', {}, words(this, choice)), row)
  }

  /** Another page, or another tab, may have chosen meanwhile: the panel shows what stands on <html>. */
  #mark(panel: HTMLElement) {
    for (const input of panel.querySelectorAll('input')) input.checked = chosen(input.name as Choice) === input.value
  }
}

define('reading-settings', ReadingSettings)
