import { expect, test } from 'vitest'
import { readRenditions } from './rendition'

const small = { width: 240, height: 160, key: 'ab/ab-240.webp' }
const large = { width: 1080, height: 720, key: 'ab/ab-1080.webp' }

test('the widest comes first', () => expect(readRenditions([small, large])).toEqual([large, small]))

test.each([[null], [undefined], ['[]'], [{}], [[null, 1, 'a', { width: 240, key: 'ab' }]]])('%j has none', (json) =>
  expect(readRenditions(json)).toEqual([]),
)
