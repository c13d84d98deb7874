import fc from 'fast-check'
import { SAXParser } from 'parse5-sax-parser'
import { expect, test } from 'vitest'
import { attribute, tagsIn } from './html-tags'

const NAMES = new Set(['script', 'link', 'head', 'a', 'img', '!--'])

/** What a whole tokenizer finds. */
function oracle(html: string) {
  const found: unknown[] = []
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  const note = (name: string, isEnd: boolean, place?: { startOffset: number; endOffset: number } | null, href?: string) =>
    NAMES.has(name) && found.push([name, isEnd, place?.startOffset, Math.min(place?.endOffset ?? 0, html.length), href])
  parser.on('startTag', ({ tagName, attrs, sourceCodeLocation }) =>
    note(tagName, false, sourceCodeLocation, attrs.find(({ name }) => name === 'href')?.value),
  )
  parser.on('endTag', ({ tagName, sourceCodeLocation }) => note(tagName, true, sourceCodeLocation))
  parser.on('comment', ({ sourceCodeLocation, text }) => {
    const { startOffset = 0 } = sourceCodeLocation ?? {}
    if (html.startsWith('<!--', startOffset) && text !== undefined) note('!--', false, sourceCodeLocation)
  })
  parser.end(html)
  return found
}

const quick = (html: string) =>
  [...tagsIn(html, NAMES)].map((tag) => {
    const href = tag.isEnd || tag.name === '!--' ? undefined : attribute(html, tag, 'href')
    return [tag.name, tag.isEnd, tag.start, tag.end, href]
  })

const PIECES = [
  '<',
  '>',
  '/',
  '=',
  '"',
  "'",
  ' ',
  '\n',
  '-',
  '--',
  '!',
  '?',
  '<!--',
  '-->',
  '--!>',
  '<!doctype html>',
  '文',
  '😀',
  'a',
  '</',
  '<a href=',
  '<A HREF="x">',
  '<a href="<script>">',
  "<img alt='</script>'/>",
  '<script',
  '<script>',
  '</script>',
  '</script >',
  '</SCRIPT/>',
  '<link rel=a href=b>',
  '<title>',
  '</title>',
  '<style>',
  '</style>',
  '<textarea>',
  '</textarea>',
  '<head>',
  '</head>',
  '<a href>',
  "<a b=c href = 'd'>",
  '<a/href=e>',
  '<b c="d"href="f"><a a"b=\'c\'>',
]

test('whatever is put together of pieces of markup, the same tags are found as a whole tokenizer finds', () => {
  const markup = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(markup, (html) => {
      expect(quick(html)).toEqual(oracle(html))
    }),
    { numRuns: 2_000 },
  )
})
