import { expect, it } from 'vitest'
import { cleanHtml } from './clean-html'
import { frugalOf, linkedPictures } from './linked-pictures'

it('a picture is a link to a size that fills a phone, with its words', () => {
  const image =
    '<img src="/media/ab/a-1280.webp" srcset="/media/ab/a-480.webp 480w, /media/ab/a-640.webp 640w, /media/ab/a-960.webp 960w" sizes="(max-width: 44rem) calc(100vw - 32px), 672px" width="1920" height="1280" alt="桥 &lt;新&gt; > 旧" loading="lazy" decoding="async">'
  const source = '<source type="image/avif" srcset="/media/ab/a-480.avif 480w" sizes="672px">'
  const link = '<a class="picture" href="/media/ab/a-640.webp">图片：桥 &lt;新&gt; > 旧</a>'
  const caption = '<figcaption>说明</figcaption>'
  expect(linkedPictures(`<figure>${image}${caption}</figure>`, '图片')).toBe(`<figure>${link}${caption}</figure>`)
  expect(linkedPictures(`<figure><picture>${source}${image}</picture>${caption}</figure>`, '图片')).toBe(
    `<figure>${link}${caption}</figure>`,
  )
})

it('a picture of one size, without words, is named as what it is', () => {
  expect(
    linkedPictures('<p>一<img src="/media/ab/a-200.webp" width="200" height="100" alt="" decoding="async">二</p>', '图片'),
  ).toBe('<p>一<a class="picture" href="/media/ab/a-200.webp">图片</a>二</p>')
})

it('words of a picture that look like markup stay words', () => {
  const clean = cleanHtml('<img src="/media/ab/a-200.webp" alt="&lt;img src=x onerror=alert(1)&gt;&lt;/a&gt;">')
  expect(clean).toContain('alt="<img')
  expect(linkedPictures(clean, '图片')).toBe(
    '<a class="picture" href="/media/ab/a-200.webp">图片：&lt;img src=x onerror=alert(1)>&lt;/a></a>',
  )
})

it('what only reads like a picture is text', () => {
  const text = '<p title="<img src=a>">&lt;img src="a"&gt;</p>'
  expect(linkedPictures(text, '图片')).toBe(text)
})

it('the sparing size is the widest that is not wide, else the narrowest', () => {
  expect(frugalOf([{ width: 1280 }, { width: 480 }, { width: 320 }])).toEqual({ width: 480 })
  expect(frugalOf([{ width: 1280 }, { width: 960 }])).toEqual({ width: 960 })
  expect(frugalOf([])).toBeUndefined()
})
