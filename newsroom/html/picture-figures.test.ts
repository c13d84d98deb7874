import { describe, expect, it } from 'vitest'
import { cleanHtml } from './clean-html'
import { withFigures } from './picture-figures'

const renditions = [
  { width: 480, height: 320, key: 'ab/abcd-480.webp' },
  { width: 960, height: 640, key: 'ab/abcd-960.webp' },
]

describe('withFigures', () => {
  it('shows a stored picture in the sizes there are', () => {
    expect(withFigures('<p>上</p><figure data-picture="0"></figure><p>下</p>', [{ renditions, alt: '河边的"书店"' }])).toBe(
      '<p>上</p><figure><img src="/media/ab/abcd-960.webp" srcset="/media/ab/abcd-480.webp 480w, /media/ab/abcd-960.webp 960w"' +
        ' sizes="(max-width: 44rem) calc(100vw - 32px), 672px" width="960" height="640" alt="河边的&quot;书店&quot;" decoding="async"></figure><p>下</p>',
    )
  })

  it('fetches late what lies below the first screen', () => {
    const html = withFigures(`<p>${'字'.repeat(600)}</p><figure data-picture="0"></figure>`, [{ renditions, alt: '' }])
    expect(html).toContain('loading="lazy"')
  })

  it('keeps the caption, and does not say it twice', () => {
    const html = withFigures('<figure data-picture="0"><figcaption>书店 <em>外景</em></figcaption></figure>', [
      { renditions: renditions.slice(0, 1), alt: '书店 外景' },
    ])
    expect(html).toContain('alt="" decoding')
    expect(html).toContain('<figcaption>书店 <em>外景</em></figcaption></figure>')
    expect(html).not.toContain('srcset')
  })

  it('links to a picture that stays elsewhere', () => {
    expect(withFigures('<figure data-picture="0"></figure>', [{ href: 'http://img.example/a.jpg?x=1&y="2"', alt: '' }])).toBe(
      '<figure class="remote-picture"><a href="http://img.example/a.jpg?x=1&amp;y=&quot;2&quot;" rel="noopener nofollow">查看原图</a></figure>',
    )
    expect(withFigures('<figure data-picture="0"></figure>', [{ href: 'http://img.example/a.jpg', alt: '夜色' }])).toContain(
      '>图片：夜色</a>',
    )
  })

  it('leaves the words where a picture is nowhere', () => {
    expect(
      withFigures('<figure data-picture="0"><figcaption>书店</figcaption></figure><figure data-picture="7"></figure>', [null]),
    ).toBe('<p>书店</p>')
  })

  it('makes nothing that the cleaner would change', () => {
    const html = withFigures(
      '<figure data-picture="0"><figcaption>外景</figcaption></figure><figure data-picture="1"></figure>',
      [
        { renditions, alt: '书店' },
        { href: 'https://img.example/a.jpg?x=1&y=2', alt: '<夜色>' },
      ],
    )
    expect(cleanHtml(html)).toBe(html)
  })
})
