import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleId, isArticleId, newArticleId } from './article-id'

test('the same key gives the same id, here and in every other database', () => {
  expect(articleId('NW202202082269393992')).toBe('hrs65qcxs1')
  expect(articleId('seed/2022-02-08-init.md')).toBe('5vywdv6j9j')
})

test('an id that is taken is taken again, salted', () => {
  expect(articleId('NW202202082269393992', 1)).toBe('msdmqmpsh7')
})

test('every id is ten letters of its alphabet', () => {
  fc.assert(fc.property(fc.string(), fc.nat(5), (key, attempt) => isArticleId(articleId(key, attempt))))
})

test.each(['', '0123456789a', '012345678', '012345678i', '012345678L', '01234/6789', '０123456789'])('%j is no id', (text) => {
  expect(isArticleId(text)).toBe(false)
})

test('a new article has an id of its own, from the last fifty bits of eight bytes', () => {
  expect(newArticleId(new Uint8Array([255, 255, 0, 0, 0, 0, 0, 1]))).toBe('r000000001')
  fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (bytes) => isArticleId(newArticleId(bytes))))
})
