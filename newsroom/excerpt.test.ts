import { expect, test } from 'vitest'
import { excerpt } from './excerpt'

test('a short text is its own excerpt', () => expect(excerpt('今天\n有雨。', 20)).toBe('今天 有雨。'))
test('a sentence that ends late is kept whole', () => expect(excerpt('一二三四五六七。九十', 9)).toBe('一二三四五六七。'))
test('a sentence that ends too early is passed over', () =>
  expect(excerpt('一。三四五六七八九十', 9)).toBe('一。三四五六七八九…'))
test('a character outside the basic plane is never halved', () => expect(excerpt('𠮷𠮷𠮷𠮷', 2)).toBe('𠮷𠮷…'))
