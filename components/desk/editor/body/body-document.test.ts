import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyDocument, documentBody } from '@/newsroom/body/body-document'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { withFigures } from '@/newsroom/html/picture-figures'
import { readPost } from '@/newsroom/jekyll/jekyll-post'
import { readJekyllSite } from '@/newsroom/jekyll/jekyll-site'
import { bodySchema } from './schema/body-schema'

const { text, ...views } = bodySchema
const schema = getSchema([...text, ...Object.values(views)])

/** As the editor does it: into its document, whose every node the schema allows, and out again. */
function throughEditor(html: string): string {
  const node = Node.fromJSON(schema, bodyDocument(html))
  node.check()
  return documentBody(node.toJSON())
}

const kinds = (html: string) => bodyDocument(html).content?.map(({ type }) => type)

const KEY = `ab/${'ab'.repeat(32)}`
const posts = import.meta.glob<string>('/content/{_posts,old_post,_drafts}/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const [config] = Object.values(
  import.meta.glob<string>('/content/_config.yml', { query: '?raw', import: 'default', eager: true }),
)

describe('every body of the sample archive', () => {
  const site = readJekyllSite(config ?? null)
  const bodies = Object.entries(posts).flatMap(([path, source]) => {
    const post = readPost({ path: path.replace('/content/', ''), text: source }, site, new Date('2026-11-24T00:00:00Z'))
    if ('reason' in post) return []
    const stored = post.pictures.map(({ alt }) => ({
      alt,
      renditions: [480, 960].map((width) => ({ key: `${KEY}-${width}.webp`, width, height: width / 2 })),
    }))
    const remote = post.pictures.map(({ alt }) => ({ href: 'https://img.example/a.jpg?x=1&y=2', alt }))
    return [stored, remote].map((figures) => ({ path, html: withFigures(post.bodyHtml, figures) }))
  })

  it('is there', () => expect(bodies.length).toBeGreaterThan(100))
  it.each(bodies)('comes out as it went in: $path', ({ html }) => {
    expect(throughEditor(html)).toBe(html)
    expect(cleanHtml(html)).toBe(html)
  })
})

const PICTURE = `<img src="/media/${KEY}-960.webp" srcset="/media/${KEY}-480.webp 480w, /media/${KEY}-960.webp 960w" sizes="100vw" width="960" height="640" alt="江面" loading="lazy" decoding="async">`

it.each([
  [
    'text with marks',
    '<p>甲<strong>乙<a href="https://a.example/?x=1&amp;y=2">丙</a>丁</strong><em>戊<s>己</s></em>H<sub>2</sub>O、m<sup>2</sup><code>x</code></p>',
    'paragraph',
  ],
  ['a line broken within bold', '<p><strong>甲<br>乙</strong><br>丙</p>', 'paragraph'],
  ['a paragraph of another language', '<p lang="en" dir="ltr">Water &lt; 3 &amp; more</p>', 'paragraph'],
  ['headings', '<h2>甲</h2><h3>乙</h3><h4 lang="en">C</h4>', 'heading,heading,heading'],
  [
    'quotations',
    '<blockquote cite="https://a.example/"><p>甲</p><ul><li>乙</li></ul></blockquote><blockquote class="pull-quote"><p>丙</p></blockquote>',
    'blockquote,pullQuote',
  ],
  [
    'lists',
    '<ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ul><ol start="3" reversed><li>甲</li></ol>',
    'bulletList,orderedList',
  ],
  ['a rule', '<p>甲</p><hr><p>乙</p>', 'paragraph,horizontalRule,paragraph'],
  [
    'pictures',
    `<figure>${PICTURE}<figcaption>江面，<em>清晨</em>。<br>林晓 摄</figcaption></figure><figure>${PICTURE}<figcaption>摄影：林晓</figcaption></figure><figure>${PICTURE}</figure>`,
    'figure,figure,figure',
  ],
  [
    'a ledger',
    '<table><caption>表一</caption><thead><tr><th scope="col">甲</th><th scope="col" colspan="2">乙</th></tr></thead><tbody><tr><th scope="row" rowspan="2">丙</th><td>1</td><td></td></tr><tr><td>2</td><td>一<ul><li>二</li></ul></td></tr></tbody><tfoot><tr><td colspan="3">计</td></tr></tfoot></table>',
    'table',
  ],
  ['words that are no block', '甲 <strong>乙</strong><p>丙</p>', 'keptBlock,paragraph'],
  [
    'ruby within a paragraph',
    '<p>王<ruby>䶮<rt>yǎn</rt></ruby>到会<sup class="footnote"><a href="#fn-1" id="fn-ref-1">1</a></sup></p>',
    'paragraph',
  ],
  [
    'what has no means here',
    '<pre><code class="language-text">a\n b</code></pre><dl><dt>甲</dt><dd>乙</dd></dl><details><summary>甲</summary><p>乙</p></details><ol class="footnotes"><li id="fn-1">注</li></ol>',
    'keptBlock,keptBlock,keptBlock,keptBlock',
  ],
  ['a table with holes', '<table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table>', 'keptBlock'],
  ['marks in an order of their own', '<p><em><strong>甲</strong></em></p>', 'keptBlock'],
  [
    'a picture that is elsewhere',
    '<figure class="remote-picture"><a href="https://a.example/1.jpg" rel="noopener nofollow">查看原图</a></figure>',
    'keptBlock',
  ],
])('%s', (_, html, expected) => {
  expect(cleanHtml(html)).toBe(html)
  expect(throughEditor(html)).toBe(html)
  expect(kinds(html)?.join()).toBe(expected)
})

it('whatever a clean body holds, it comes out as it went in', () => {
  const part = fc.constantFrom(
    ...`<p>|</p>|<strong>|</strong>|<em>|</em>|<a href="/x">|</a>|文|a b|<br>|<ul>|<li>|</li>|</ul>|<blockquote>|</blockquote>|<table>|<tr>|<td rowspan="2">|<th scope="col">|</table>|<h2>|</h2>|<figure>|${PICTURE}|<figcaption>|</figure>|<ruby>|<rt>|</ruby>|<sup>|</sup>|<hr>|<pre>|</pre>|&amp;`.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const html = cleanHtml(parts.join(''))
      // Blank text between blocks is the one thing that goes; these parts make none.
      expect(throughEditor(html)).toBe(html)
    }),
    { numRuns: 1500 },
  )
})

it('every node and mark of the schema has its element in the allow-list', () => {
  const words = [{ type: 'text', text: '甲' }]
  const paragraph = { type: 'paragraph', content: words }
  const table = (type: string) => ({
    type: 'table',
    content: [
      {
        type: 'tableRow',
        attrs: { part: type === 'tableHeader' ? 'head' : 'body' },
        content: [{ type, attrs: { scope: 'auto' }, content: [paragraph] }],
      },
    ],
  })
  const blocks: Record<string, object> = {
    paragraph,
    heading: { type: 'heading', attrs: { level: 3 }, content: words },
    blockquote: { type: 'blockquote', content: [paragraph] },
    pullQuote: { type: 'pullQuote', content: [paragraph] },
    bulletList: { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
    orderedList: {
      type: 'orderedList',
      attrs: { start: 2, reversed: true },
      content: [{ type: 'listItem', content: [paragraph, paragraph] }],
    },
    horizontalRule: { type: 'horizontalRule' },
    hardBreak: { type: 'paragraph', content: [...words, { type: 'hardBreak' }, ...words] },
    figure: {
      type: 'figure',
      attrs: { src: '/media/a.webp', alt: '' },
      content: [
        { type: 'figureCaption', content: words },
        { type: 'figureCredit', content: words },
      ],
    },
    pictureSlot: { type: 'pictureSlot', attrs: { key: 'a' } },
    tableCell: table('tableCell'),
    tableHeader: table('tableHeader'),
    keptBlock: { type: 'keptBlock', attrs: { html: '<pre>甲</pre>' } },
    keptInline: { type: 'paragraph', content: [{ type: 'keptInline', attrs: { html: '<ruby>甲<rt>j</rt></ruby>' } }] },
  }
  const parts = new Set(['doc', 'text', 'listItem', 'table', 'tableRow', 'figureCaption', 'figureCredit'])
  expect(Object.keys(schema.nodes).filter((name) => !parts.has(name) && !(name in blocks))).toEqual([])
  for (const block of Object.values(blocks)) {
    const node = Node.fromJSON(schema, { type: 'doc', content: [block] })
    node.check()
    const html = documentBody(node.toJSON())
    expect(cleanHtml(html)).toBe(html)
    expect(throughEditor(html)).toBe(html)
  }
  for (const type of Object.keys(schema.marks)) {
    const mark = { type, ...(type === 'link' ? { attrs: { href: '/a' } } : {}) }
    const html = documentBody({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [mark] }] }],
    })
    expect(html).not.toBe('<p>甲</p>')
    expect(cleanHtml(html)).toBe(html)
  }
})
