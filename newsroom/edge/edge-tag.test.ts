import { expect, it } from 'vitest'
import { edgeTags } from './edge-tag'

it('names what a page read, and what every page has', () => {
  const tags = ['article:2hgx8k4mnp', 'redirect:/旧闻, 一则.html']
  expect(edgeTags(tags)).toEqual({
    tags: ['everything', 'article:2hgx8k4mnp', 'redirect:/%E6%97%A7%E9%97%BB%2C%20%E4%B8%80%E5%88%99.html'],
    complete: true,
  })
})

it('names no part of too many: whoever is purged by it would keep the rest', () => {
  const many = Array.from({ length: 300 }, (_, at) => `article:${at}abcdefgh`)
  expect(edgeTags(many)).toEqual({ tags: ['everything'], complete: false })
})
