import type { Schema } from 'hast-util-sanitize'

/** Raised whenever the list or the rules below change what comes out: stored bodies of an older version are cleaned again. */
export const SANITIZER_VERSION = 2
/** What was cleaned by this version or a later one may be shown as it is. Raised where a hole is closed: older bodies are cleaned as they are read. */
export const SAFE_SINCE = 1

const URL_SCHEMES = { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'], cite: ['http', 'https'] }

/** Elements that go with everything in them; any other element outside the list only loses its tags. */
export const DROPPED_ELEMENTS = [
  'applet audio base button canvas datalist embed frameset head iframe input link math meta meter noembed noframes noscript object',
  'option param progress script select source style svg template textarea title track video',
].flatMap((names) => names.split(' '))

export const PHRASING_ELEMENTS = 'a strong em s sub sup code br ruby rt rp time abbr cite q small img'.split(' ')

export const BLOCK_ELEMENTS = [
  'p h2 h3 h4 blockquote ul ol li dl dt dd figure figcaption pre table caption thead tbody tfoot tr th td hr details summary',
].flatMap((names) => names.split(' '))

/** Footnotes alone carry ids: nothing of a post can take a name that a page or its scripts use. */
const FOOTNOTE_ID = /^fn-[a-z0-9-]{1,40}$/
const COUNT = /^\d{1,4}$/
const TABLE_PART = ['table']

/**
 * The one list of what an article's body may hold, for the importer, the editor and every later cleaning (trust.md §4).
 * Never in it: style, form controls, svg, math, iframe, template, noscript, event handlers, free ids, names and classes.
 */
export const HTML_ALLOW_LIST: Schema = {
  allowComments: false,
  allowDoctypes: false,
  tagNames: [...PHRASING_ELEMENTS, ...BLOCK_ELEMENTS],
  strip: DROPPED_ELEMENTS,
  ancestors: {
    caption: TABLE_PART,
    thead: TABLE_PART,
    tbody: TABLE_PART,
    tfoot: TABLE_PART,
    tr: TABLE_PART,
    th: TABLE_PART,
    td: TABLE_PART,
  },
  attributes: {
    '*': [
      ['lang', /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i],
      ['dir', 'ltr', 'rtl', 'auto'],
    ],
    a: ['href', 'title', ['rel', 'noopener', 'noreferrer', 'nofollow'], ['id', FOOTNOTE_ID], ['className', 'footnote-back']],
    abbr: ['title'],
    blockquote: ['cite', ['className', 'pull-quote']],
    code: [['className', /^language-[\w+#.-]{1,30}$/]],
    details: ['open'],
    figure: [
      ['dataPicture', COUNT],
      ['className', 'remote-picture'],
    ],
    img: [
      'src',
      'alt',
      'title',
      ['srcSet', /^\/media\/[^\s,]+ \d+w(?:, \/media\/[^\s,]+ \d+w)*$/],
      ['sizes', /^[\w\s(),:.%-]{1,200}$/],
      ['width', /^\d{1,5}$/],
      ['height', /^\d{1,5}$/],
      ['loading', 'lazy', 'eager'],
      ['decoding', 'async'],
    ],
    li: [['id', FOOTNOTE_ID]],
    ol: [['start', /^-?\d{1,9}$/], 'reversed', ['className', 'footnotes']],
    q: ['cite'],
    sup: [['className', 'footnote']],
    td: [
      ['colSpan', COUNT],
      ['rowSpan', COUNT],
    ],
    th: [
      ['colSpan', COUNT],
      ['rowSpan', COUNT],
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
    ],
    time: [['dateTime', /^[\w:+.\- ]{1,40}$/]],
  },
  clobber: [],
  clobberPrefix: '',
  required: {},
  protocols: URL_SCHEMES,
}
