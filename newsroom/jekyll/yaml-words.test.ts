import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readYaml } from './yaml-words'

const words = (text: string) => {
  const yaml = readYaml(text)
  return 'reason' in yaml ? yaml.reason : Object.fromEntries(yaml.data)
}

test.each([
  ['categories: 1234', { categories: '1234' }],
  ['categories: 1e3', { categories: '1e3' }],
  ['title: yes', { title: 'yes' }],
  ['title: 2024', { title: '2024' }],
  ['date: 2021-12-08 10:46:18 +0800', { date: '2021-12-08 10:46:18 +0800' }],
  ['date:  +0800', { date: '+0800' }],
  ['a:\nb: ~\nc: null\nd: ""\ne: "null"', { a: null, b: null, c: null, d: '', e: 'null' }],
  ["title: ! '新乡'", { title: '新乡' }],
  ['title: !binary |\n  5paw5Lmh\n', { title: '新乡' }],
  ['title: >\n  新乡\n  日报\n', { title: '新乡 日报\n' }],
  ['title: "\\0新\\ud83d乡"', { title: '新\ufffd乡' }],
  ['a: &x [1, ~]\nb: *x', { a: ['1', null], b: ['1', null] }],
  ['a: 1\na: 2', { a: '2' }],
  ['__proto__: x', Object.fromEntries([['__proto__', 'x']])],
  ['', {}],
  ['# nothing', {}],
  ['- a', 'no "name: value" lines'],
])('%j', (text, expected) => expect(words(text)).toEqual(expected))

test.each(['title: "他说"好""', "title: 'it's'", 'title: a: b', 'title: [a]b', 'title: @x', 'title: "C:\\x"'])(
  '%s is an error',
  (text) => {
    expect(readYaml(text)).toMatchObject({ reason: expect.any(String), position: expect.any(Number) })
  },
)

test('tells which values stood in quotes', () => {
  const yaml = readYaml('date: "2021-12-08"\ntitle: 新乡\n')
  expect('quoted' in yaml && [...yaml.quoted]).toEqual(['date'])
})

test('nested and repeated beyond measure is an error, and soon', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 12; level++)
    bomb.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  expect(words(bomb.join('\n'))).toBe('nested or repeated beyond measure')
  expect(words(`a: ${'['.repeat(50_000)}`)).toEqual(expect.any(String))
  expect(words('x'.repeat(100_000))).toBe('longer than 65536 characters')
})

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab:-#&*!|>\'"%@`{}[],?\n 新') }), (text) => words(text) !== undefined),
  )
})
