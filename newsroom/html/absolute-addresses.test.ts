import { expect, it } from 'vitest'
import { withAbsoluteAddresses } from './absolute-addresses'

const base = 'https://news.example/2026/11/23/k3m9q0w2xz'
const moved = (html: string) => withAbsoluteAddresses(html, base)

it('leads links to the site, notes to their article, and leaves what is elsewhere', () => {
  expect(
    moved(
      '<p><a href="/2022/02/08/x">旧闻</a> <a href="https://a.example/?x=1&amp;y=2">外</a> <a href="//b.example/x">外</a> <a href="#n">注</a></p><blockquote cite="/x">引</blockquote>',
    ),
  ).toBe(
    `<p><a href="https://news.example/2022/02/08/x">旧闻</a> <a href="https://a.example/?x=1&amp;y=2">外</a> <a href="https://b.example/x">外</a> <a href="${base}#n">注</a></p><blockquote cite="https://news.example/x">引</blockquote>`,
  )
})

it('gives one size of each picture, without what only a page of ours knows', () => {
  expect(
    moved(
      '<figure class="wide"><picture><source type="image/avif" srcset="/media/ab/a.avif 320w"><img src="/media/ab/a.webp" srcset="/media/ab/a.webp 320w, /media/ab/b.webp 640w" sizes="100vw" loading="lazy" alt="a &quot;b&quot; &gt; c"></picture><figcaption>说明</figcaption></figure>',
    ),
  ).toBe(
    '<figure><img src="https://news.example/media/ab/a.webp" alt="a &quot;b&quot; > c"><figcaption>说明</figcaption></figure>',
  )
})

it.each(['<p>写作 href="/x" 或 src="/y"</p>', '<p><a title=" href=&quot;/x&quot;" href="https://a.example/">外</a></p>'])(
  'leaves words that look like an address: %s',
  (html) => {
    expect(moved(html)).toBe(html)
  },
)
