import { expect, it } from 'vitest'
import { withAbsoluteAddresses } from './absolute-addresses'

it('leads links, pictures and their sizes to the site', () => {
  expect(
    withAbsoluteAddresses(
      '<p><a href="/2022/02/08/x">旧闻</a> <a href="https://a.example/">外</a> <a href="#n">注</a></p><img src="/media/a.webp" srcset="/media/a.webp 320w, /media/b.webp 640w">',
      'https://news.example',
    ),
  ).toBe(
    '<p><a href="https://news.example/2022/02/08/x">旧闻</a> <a href="https://a.example/">外</a> <a href="#n">注</a></p><img src="https://news.example/media/a.webp" srcset="https://news.example/media/a.webp 320w, https://news.example/media/b.webp 640w">',
  )
})

it('leaves words that look like an address', () => {
  const text = '<p>写作 href="/x" 或 src="/y"</p>'
  expect(withAbsoluteAddresses(text, 'https://news.example')).toBe(text)
})

it('leaves another host without its protocol', () => {
  const text = '<a href="//a.example/x">外</a>'
  expect(withAbsoluteAddresses(text, 'https://news.example')).toBe(text)
})
