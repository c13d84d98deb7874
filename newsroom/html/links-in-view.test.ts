import { expect, it } from 'vitest'
import { linksInView } from './links-in-view'

const body =
  '<p><a href="/2022/02/08/9f3k2m8p1q" title="旧稿">旧稿</a><a href="https://paper.example/a">别处</a><a href="/media/ab/a-640.webp">图</a><a href="#fn1">1</a></p>'

it('a link of a text to another article leads to it in the same view; all others stay', () => {
  expect(linksInView(body, 'lite')).toBe(body.replace('/2022/02/08/9f3k2m8p1q', '/lite/2022/02/08/9f3k2m8p1q'))
  expect(linksInView(body, 'elder')).toBe(body.replace('/2022/02/08/9f3k2m8p1q', '/2022/02/08/9f3k2m8p1q?view=elder'))
  expect(linksInView(body, 'standard')).toBe(body)
  expect(linksInView('<p title="<a href=/a>">', 'lite')).toBe('<p title="<a href=/a>">')
})
