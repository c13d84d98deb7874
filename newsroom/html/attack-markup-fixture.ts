import { all, IMG, J, words } from './attack-parts-fixture'

export function handlers(): string[] {
  const events =
    words(`onerror onload onclick onfocus onblur onmouseover onmouseenter onpointerover onpointerrawupdate onanimationstart
    onanimationend ontransitionend ontoggle onbeforetoggle onscroll onscrollend onwheel onbegin onend onrepeat onstart onfinish onbounce
    onpageshow onhashchange onresize onsubmit oninvalid oninput onbeforeinput onselectionchange oncopy onpaste ondragstart oncanplay
    onloadstart ontimeupdate onsecuritypolicyviolation oncontentvisibilityautostatechange onslotchange onunhandledrejection`)
  const elements = [
    ...[
      'img src=x',
      'img src=/icon.svg',
      'svg',
      'body',
      'details open',
      'input autofocus',
      'select autofocus',
      'textarea autofocus',
    ],
    ...[
      'a href=# tabindex=1 autofocus',
      'p contenteditable autofocus',
      'video src=x',
      'audio src=x',
      'iframe src=about:blank',
      'object data=x',
    ],
    ...[
      'embed src=x',
      'marquee',
      'table',
      'td',
      'form',
      'button autofocus',
      'style',
      'link rel=stylesheet href=/icon.svg',
      'script src=/x',
    ],
    ...[
      'math',
      'svg><animate attributeName=x dur=1s',
      'svg><set attributeName=x',
      'svg><image href=x',
      'xss tabindex=1 autofocus',
      'dialog open',
    ],
    ...[
      'blockquote',
      'time',
      'abbr title=x',
      'ol',
      'figure',
      'q',
      'div style=content-visibility:auto',
      'slot',
      'frameset',
      'picture><source',
    ],
  ]
  const every = all(elements, events, (element, event) => `<${element} ${event}=${J}>文`)
  // How the attribute is written is tried on a few of them.
  const written = all(
    every.filter((_, at) => at % 97 === 0),
    ['"', "'", '`'],
    (made, quote) => made.replace(J, `${quote}${J}${quote}`),
  )
  const split = all(
    every.filter((_, at) => at % 89 === 0),
    ['/', '\f', '\r\n', '\t/', '=""', '"x"'],
    (made, gap) => made.replace(' on', `${gap}on`),
  )
  return [...every, ...written, ...split]
}

/** What becomes markup when what a parser made of it is written and read again: raw texts inside foreign namespaces and tables. */
export function readTwice(): string[] {
  const around = [
    ...[
      '',
      '<svg>',
      '<math>',
      '<svg><desc>',
      '<svg><title>',
      '<svg><foreignObject>',
      '<math><mtext>',
      '<math><mi>',
      '<math><ms>',
      '<svg></p>',
    ],
    ...[
      '<math><annotation-xml encoding="text/html">',
      '<math><annotation-xml encoding="application/xhtml+xml">',
      '<math><annotation-xml><svg>',
    ],
    ...[
      '<math><mtext><table><mglyph>',
      '<form><math><mtext></form><form><mglyph>',
      '<math><mtext><mglyph>',
      '<select>',
      '<select><template>',
    ],
    ...[
      '<table>',
      '<table><tr><td>',
      '<table><caption>',
      '<table><colgroup>',
      '<template>',
      '<noscript>',
      '<a><table><tr><td>',
      '<p><svg></p>',
    ],
    ...[
      '<svg><style>',
      '<dl><dd><svg>',
      '<ruby><rt><math>',
      '<pre>\n',
      '<table><td><svg><desc><td></svg>',
      '<frameset>',
      '<button><svg>',
    ],
  ]
  const raw = words(
    'style title textarea xmp noembed noframes iframe noscript plaintext script listing template option select math svg',
  )
  const inside = [
    (name: string) => `<${name}><a title="</${name}>${IMG}">文</a></${name}>`,
    (name: string) => `<${name}><!--</${name}>${IMG}--></${name}>`,
    (name: string) => `<${name}>&lt;/${name}&gt;&lt;img src=x onerror=${J}&gt;</${name}>`,
    (name: string) => `<${name}><p id="</${name}><img src=x onerror='${J}'>"></${name}>${IMG}`,
  ]
  return all(
    around,
    all(raw, inside, (name, make) => make(name)),
    (outer, inner) => outer + inner,
  )
}
