/** An element with attributes and children; words go in as text, never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const name in attributes) made.setAttribute(name, attributes[name] ?? '')
  made.append(...children)
  return made
}

export function button(words: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, words)
  made.addEventListener('click', press)
  return made
}

/** Styles as an object of the page: its policy allows neither a style element nor an attribute. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  return made
}

/**
 * What all islands share. Colours, faces and `--target`, the least height of what is pressed (60 px in elder mode), are the
 * page's own variables and reach in by inheritance.
 */
const base = sheet(`
:host{font-family:var(--font-sans,system-ui,sans-serif);color:var(--ink,#1a1a18)}
button,a{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;min-block-size:var(--target,44px);cursor:pointer;text-decoration:underline;text-decoration-color:var(--hairline,#dcd8cf);text-underline-offset:.3em}
button:hover,a:hover{text-decoration-color:var(--red,#a8201a)}
:focus-visible{outline:2px solid var(--ink,#1a1a18);outline-offset:2px}
@media (forced-colors:active){button{text-decoration-color:currentColor}}
`)

/** A shadow root of its own, dressed. */
export function shadow(host: HTMLElement, css: CSSStyleSheet, ...children: (Node | string)[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [base, css]
  root.append(...children)
  return root
}

/** Words of the page's language, handed over by the server as data attributes of the host. */
export function words(host: HTMLElement, name: string): string {
  return host.dataset[name] ?? ''
}

/** A module that is loaded twice defines its element once. */
export function define(name: string, island: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, island)
}
