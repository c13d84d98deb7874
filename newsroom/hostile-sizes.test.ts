import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCreditLine } from './credits/byline'
import { readSourceLine, readTrailingSource } from './credits/source-line'
import { readAuditFilter } from './desk/audit-filter'
import { csvLine } from './desk/csv'
import { excerpt } from './excerpt'
import { headlineTerms } from './headline-terms'
import { cleanHtml } from './html/clean-html'
import { linkedPictures } from './html/linked-pictures'
import { linksInView } from './html/links-in-view'
import { plainText } from './html/plain-text'
import { scrollingTables } from './html/scrolling-tables'
import { cleanSource } from './jekyll/clean-source'
import { readDate } from './jekyll/jekyll-date'
import { normalPath, slugify } from './jekyll/jekyll-permalink'
import { hideSecrets } from './log-line'
import { isAddress, networkOf } from './network-address'
import { normalise } from './search/normalise'
import { parseSearch } from './search/search-query'
import { splitSentences } from './sentences'
import { categorySlug, nameSlug } from './slug'
import { webAddress } from './web-address'

// At this size a rule whose work grows with the square of its text takes minutes, one whose work grows with the text a moment.
const CHARACTERS = 300_000
const MOST_MS = 60_000

/** What patterns stumble over, again and again: before a beginning, after one, and without the end they look for. */
const PIECES = [' ', '\n', '-', '.', '/', '|', '"', '<a ', '&', '%', '[', '*', '://', '一', '。', '（', '来源：', '记者 ']
const FORMS = [(text: string) => text, (text: string) => `x${text}\n!`]

/** A body in whose attributes and words the text stands. */
const bodyOf = (text: string) => {
  const words = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const [start, end] = ['<table><tbody><tr><td>', '</td></tr></tbody></table>']
  return `${start}<abbr title="${words}">${words.replaceAll('<', '&lt;')}</abbr><img src="/media/ab/a-1.webp" alt="${words}">${end}`
}

const RULES: [name: string, read: (text: string) => unknown][] = [
  ['the source of a post', cleanSource],
  ['a line of sources', readSourceLine],
  ['a source at the end', (text) => readTrailingSource(`（来源：${text}`, { rolling: true, outlet: null })],
  ['a line of credits', readCreditLine],
  ['a date', (text) => readDate(text, true, 'Asia/Shanghai')],
  ['an old address', (text) => [normalPath(text), slugify(text, 'default'), slugify(text, 'pretty')]],
  ['a name in an address', (text) => [nameSlug(text.slice(0, 20_000)), categorySlug(text.slice(0, 20_000))]],
  ['a search', (text) => [parseSearch(text), normalise(text)]],
  ['an excerpt', (text) => excerpt(text, 100)],
  ['sentences', (text) => splitSentences(text, 200)],
  ['terms of a headline', headlineTerms],
  ['a line of the log', (text) => hideSecrets(text, ['hush'])],
  ['the address of a visitor', (text) => [networkOf(text), isAddress(text)]],
  ['an address of the web', (text) => webAddress(`https://${text}`)],
  ['a cell of a table', (text) => csvLine([text])],
  ['a filter of the record', (text) => readAuditFilter({ subject: text, from: text })],
  [
    'plain words',
    (text) =>
      plainText({
        type: 'root',
        children: [{ type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: text }] }],
      }),
  ],
  [
    'a body as it is drawn',
    (text) => [scrollingTables(bodyOf(text), '表'), linkedPictures(bodyOf(text), '图'), linksInView(bodyOf(text), 'elder')],
  ],
]

it.each(RULES)(
  'the work of reading %s is bounded',
  (_, read) => {
    for (const piece of PIECES) for (const form of FORMS) read(form(piece.repeat(CHARACTERS / piece.length)))
  },
  MOST_MS,
)

it('no text makes one of them throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom(...RULES), (given, [, read]) => void expect(() => read(given)).not.toThrow()),
    { numRuns: 500, seed: 20261203 },
  )
})

it('a body of any words is drawn without taking any of them for markup', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES, 'onerror=', "'", 'alt="', 'href="/', '</a>', '<img src="/media/ab/a-1.webp"'), {
        maxLength: 20,
      }),
      (pieces) => {
        const words = pieces.join('').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
        const clean = cleanHtml(`<p><a title="${words}" href="/x">${words}</a><img alt="${words}" src="/media/ab/a-1.webp"></p>`)
        for (const drawn of [linkedPictures(clean, '图'), linksInView(clean, 'elder'), scrollingTables(clean, '表')])
          expect(
            cleanHtml(drawn)
              .match(/<[a-z]+/g)
              ?.filter((tag) => tag !== '<p' && tag !== '<a' && tag !== '<img') ?? [],
          ).toEqual([])
      },
    ),
    { numRuns: 150, seed: 20261203 },
  )
})
