import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { withFigures } from '@/newsroom/html/picture-figures'
import { picturesIn, settleBody, wordsOf } from './draft-body'

const id = 'ab'.repeat(32)
const sizes = [1280, 640].map((width) => ({ width, height: width / 2, key: `ab/${id}-${width}.webp` }))
const pictures = new Map([[id, sizes]])
const settled = (html: string) => settleBody(html, pictures)

describe('paragraphs', () => {
  it.each([
    ['<p>　　河边开了一家书店。</p>', '<p>河边开了一家书店。</p>'],
    ['<p>&emsp;&emsp;<strong>　本报讯</strong> 河边</p>', '<p><strong>本报讯</strong> 河边</p>'],
    ['<p>&nbsp; \u200b　文</p>', '<p>文</p>'],
    ['<blockquote><p>　　引文</p></blockquote>', '<blockquote><p>引文</p></blockquote>'],
    ['<p>张　三</p>', '<p>张　三</p>'],
    ['<pre><code>　　x</code></pre>', '<pre><code>　　x</code></pre>'],
    ['<p>一</p><p>　</p><p><br></p><p>二</p>', '<p>一</p><p>二</p>'],
  ])('%s', (html, expected) => expect(settled(html)).toBe(expected))
})

describe('pictures', () => {
  it('of the library have the sizes it keeps, whatever the editor wrote', () => {
    const html = `<figure><img alt="书店" src="/media/ab/${id}-640.webp" width="1" srcset="/media/x.webp 9w"><figcaption>书店</figcaption></figure>`
    expect(settled(html)).toBe(
      `<figure><img src="/media/ab/${id}-1280.webp" srcset="/media/ab/${id}-640.webp 640w, /media/ab/${id}-1280.webp 1280w" ` +
        'sizes="(max-width: 44rem) calc(100vw - 32px), 672px" width="1280" height="640" alt="书店"><figcaption>书店</figcaption></figure>',
    )
  })

  it('an import put in stay letter for letter', () => {
    const figures = [
      { renditions: [...sizes].reverse(), alt: '书店' },
      { renditions: sizes.slice(0, 1), alt: '' },
      { href: 'https://img.example/a.jpg', alt: '' },
    ]
    const html = withFigures(
      `<figure data-picture="0"><figcaption>图</figcaption></figure><p>${'文'.repeat(700)}</p><figure data-picture="1"></figure><figure data-picture="2"></figure>`,
      figures,
    )
    const body = settleBody(html, new Map([[id, sizes]]))
    expect(body.slice(0, 700)).toBe(html.slice(0, 700))
    expect(settleBody(body, pictures)).toBe(body)
    expect(body).toContain(
      '<figure class="remote-picture"><a href="https://img.example/a.jpg" rel="noopener nofollow">查看原图</a></figure>',
    )
  })

  it('of other servers become links, those of nowhere go', () => {
    expect(settled('<figure><img src="https://x.example/a.jpg" alt="河"><figcaption>河</figcaption></figure>')).toBe(
      '<figure class="remote-picture"><a href="https://x.example/a.jpg" rel="noopener nofollow">河</a><figcaption>河</figcaption></figure>',
    )
    expect(settled('<p>见<img src="http://x.example/a.jpg"></p>')).toBe(
      '<p>见<a href="http://x.example/a.jpg" rel="noopener nofollow">查看原图</a></p>',
    )
    expect(settled('<p><a href="/x"><img src="http://x.example/a.jpg"></a></p>')).toBe('<p><a href="/x">查看原图</a></p>')
    expect(settled('<figure><img src="file.png"><figcaption>图</figcaption></figure><p><img src="/media/x.png"></p>')).toBe(
      '<p>图</p>',
    )
  })

  it('are found by their id, each once', () => {
    const image = `<img alt="a>b" src="/media/ab/${id}-640.webp">`
    expect(picturesIn(`${image}<p>${image}<img src="/media/other.png"></p>`)).toEqual([id])
    expect(picturesIn('<p>文</p>')).toEqual([])
  })
})

it('a picture in a caption alone leaves a paragraph that begins with its words', () => {
  const once = settleBody('<figure><figcaption> <img src="http://x.example/a.jpg"></figcaption></figure>', new Map())
  expect(once).toBe('<p><a href="http://x.example/a.jpg" rel="noopener nofollow">查看原图</a></p>')
  expect(settleBody(once, new Map())).toBe(once)
})

it('settles any text once and for all, and leaves it clean', () => {
  const tag = fc.constantFrom(
    ...'<p> </p> <figure> </figure> <figcaption> </figcaption> <a\thref="/x"> </a> <table> <tr> <td> </table> <li> <ul> </ul> <br> <blockquote>'.split(
      ' ',
    ),
    '<img src="http://x.example/a.jpg">',
    `<img src="/media/ab/${id}-640.webp">`,
    '<img src="x">',
    '　',
    ' ',
    '文',
  )
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 30 }), (parts) => {
      const once = settled(parts.join(''))
      expect(settled(once)).toBe(once)
      expect(cleanHtml(once)).toBe(once)
      expect(once).not.toMatch(/<img src="(?!\/media)/)
    }),
    { numRuns: 1000 },
  )
})

it('counts the words of a body', () => {
  expect(wordsOf('<p>河边开了<strong>一家</strong>书店。</p><p>It is open.</p>')).toEqual({
    plainText: '河边开了一家书店。\n\nIt is open.',
    characterCount: 12,
  })
})
