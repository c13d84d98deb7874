import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from './front-matter'

const data = (text: string) => Object.fromEntries(readFrontMatter(text).data)
const notes = (text: string) => readFrontMatter(text).notes.map((note) => [note.line, note.field, note.guess])
const titled = (title: string) => {
  const read = readFrontMatter(
    `---\nlayout: post\ntitle: ${title}\ndate: 2022-02-08 10:34:53 +0800\ncategories: xinxiangribao\n---\n正文`,
  )
  expect(Object.fromEntries(read.data)).toMatchObject({ date: '2022-02-08 10:34:53 +0800', categories: 'xinxiangribao' })
  expect(read.body).toBe('正文')
  return [read.data.get('title'), read.broken, read.notes.length]
}

describe('where front matter ends', () => {
  test.each([
    ['---\ntitle: a\n---\nbody', { title: 'a' }, 'body', 4],
    ['---  \ntitle: a\n...\n\nbody', { title: 'a' }, '\nbody', 4],
    ['---\n---\nbody', {}, 'body', 3],
    ['---\ntitle: a\n---', { title: 'a' }, '', 3],
    ['---\ntitle: a\n--- b\n---\nbody', { title: 'a' }, 'body', 5],
    ['no front matter\n---\n', {}, 'no front matter\n---\n', 1],
    ['', {}, '', 1],
    ['---', {}, '---', 1],
    ['---\n\nA rule, then text.\n', {}, '---\n\nA rule, then text.\n', 1],
  ])('%j', (text, expected, body, bodyLine) => {
    expect(readFrontMatter(text)).toMatchObject({ body, bodyLine })
    expect(data(text)).toEqual(expected)
  })

  test('front matter in JavaScript is never run', () => {
    const text = '---js\n{ title: process.exit(1) }\n---\n正文'
    expect(readFrontMatter(text)).toMatchObject({ body: text, broken: false })
    expect(notes(text)).toEqual([[1, 'front matter', '']])
  })

  test('not closed, or after a blank line: rescued', () => {
    expect(readFrontMatter('---\ntitle: 新乡\ntags: a\n\n正文')).toMatchObject({ broken: true, body: '\n正文', bodyLine: 4 })
    expect(data('---\ntitle: 新乡\ntags: a\n\n正文')).toEqual({ title: '新乡', tags: 'a' })
    expect(data('\n---\ntitle: 新乡\n---\n正文')).toEqual({ title: '新乡' })
    expect(notes('\n---\ntitle: 新乡\n---\n正文')).toEqual([[1, 'front matter', '']])
  })
})

describe('a title that breaks YAML is taken as it was typed', () => {
  test.each([
    ['"他说"好""', '他说"好"'],
    ["'it's'", "it's"],
    ['时间: 今天', '时间: 今天'],
    ['[快讯]新乡开工', '[快讯]新乡开工'],
    ['@新乡', '@新乡'],
    ['"C:\\x"', 'C:\\x'],
    ['"开门红" 全年红', '"开门红" 全年红'],
    ['"他说\n好"', '他说好'],
    ['%新乡', '%新乡'],
    ['`新乡`', '`新乡`'],
    ['*新乡', '*新乡'],
    ['- 新乡', '- 新乡'],
  ])('%s', (title, words) => expect(titled(title)).toEqual([words, true, 1]))

  test.each([
    ['#1', '#1'],
    ['网友热议 #新乡# 夜景', '网友热议 #新乡# 夜景'],
    ['[快讯]', '[快讯]'],
    ['{快讯}', '{快讯}'],
    ['&新乡 日报', '&新乡 日报'],
  ])('%s, which YAML reads as something else', (title, words) => expect(titled(title)).toEqual([words, false, 1]))

  test.each([
    ['新乡 # a comment', '新乡'],
    ['"#1"', '#1'],
    ["! '新乡'", '新乡'],
    ['“开门红”“全年红”', '“开门红”“全年红”'],
    ['他说：好！', '他说：好！'],
    ['yes', 'yes'],
    ['2024', '2024'],
    ['""', ''],
    ['', null],
  ])('%s, which is good YAML', (title, words) => expect(titled(title)).toEqual([words, false, 0]))
})

test('each rescue names field, guess, reason and line', () => {
  expect(readFrontMatter('---\nlayout: post\ntitle: "a"b"\ntags: [甲, "乙"\n---\n').notes).toEqual([
    { field: 'title', guess: 'a"b', reason: expect.stringMatching(/^not YAML: /), line: 3, rescue: true },
    { field: 'tags', guess: '甲, 乙', reason: expect.stringMatching(/^not YAML: /), line: 4, rescue: true },
  ])
})

test('lists survive beside a broken title', () => {
  const text = '---\ntitle: "a"b"\ncategories:\n  - 甲\n  - 乙: 丙\ntags:\n- 丁\nredirect_from: [/a, /b]\n---\n'
  expect(data(text)).toEqual({
    title: 'a"b',
    categories: ['甲', new Map([['乙', '丙']])],
    tags: ['丁'],
    redirect_from: ['/a', '/b'],
  })
})

test('a full-width colon, no space after the colon, a tab', () => {
  expect(data('---\ntitle：新乡\ndate:2022-02-08\ncategories: a\n\tb\n---\n')).toEqual({
    title: '新乡',
    date: '2022-02-08',
    categories: 'a b',
  })
})

test('when YAML is broken but every line can be read, one note says so', () => {
  expect(notes('---\nstray\ntitle: 新乡\ntags: a\n---\n')).toEqual([[2, 'front matter', '']])
})

test('any text is answered, the longest too, and nothing of the body is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab:-#&*!|>\'"%@[],\n 新'), maxLength: 60 }), (text) => {
      const file = `---\n${text}\n---\n正文`
      expect(readFrontMatter(file).body.endsWith('正文')).toBe(true)
    }),
  )
  for (const part of ['\n', ' ', '---', '--- \n', 'a: \n', 'a\n', '"', '- ', ' \t\n---']) {
    const long = part.repeat(3_000_000 / part.length)
    for (const file of [`---\n${long}\n正文`, `---\n${long}\n---\n正文`, `${long}正文`])
      expect(readFrontMatter(file).body.endsWith('正文')).toBe(true)
  }
})
