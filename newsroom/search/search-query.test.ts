import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { MOST_WORDS, parseSearch, type TypedSearch, writeSearch } from './search-query'

const nothing: TypedSearch = { words: [], excluded: [], source: null, author: null, category: null, tag: null, cut: false }
const words = (...all: string[]) => ({ ...nothing, words: all })

test.each<[string, Partial<TypedSearch>]>([
  ['新乡 水利', { words: ['新乡', '水利'] }],
  ['新乡　水利，灌溉、渠道', { words: ['新乡', '水利', '灌溉', '渠道'] }],
  ['增长3.5% 1,000', { words: ['增长3.5%', '1,000'] }],
  ['“平原 示范区” 调研', { words: ['平原 示范区', '调研'] }],
  ['"平原"示范区「水利」『灌溉』', { words: ['平原', '示范区', '水利', '灌溉'] }],
  ['“没有关上的引号 到头', { words: ['没有关上的引号 到头'] }],
  ["o'brien", { words: ["o'brien"] }],
  ['新乡 -水利 －灌溉 -"平原 示范区"', { words: ['新乡'], excluded: ['水利', '灌溉', '平原 示范区'] }],
  ['2022-02-08 A-B', { words: ['2022-02-08', 'A-B'] }],
  ['水利 来源:新乡日报', { words: ['水利'], source: '新乡日报' }],
  ['来源：“新乡 日报” 水利', { words: ['水利'], source: '新乡 日报' }],
  ['source: xinxiangribao 作者：张三', { source: 'xinxiangribao', author: '张三' }],
  ['Author:"Li Ming" 栏目:shizheng 標籤:航天', { author: 'Li Ming', category: 'shizheng', tag: '航天' }],
  ['来源:甲报 来源:乙报', { source: '乙报' }],
  ['-来源:甲报', { excluded: ['甲报'] }],
  ['来源:', { words: ['来源:'] }],
  ['消息来源:甲报', { words: ['消息来源:甲报'] }],
  ['㎡', { words: ['㎡'] }],
])('%s', (text, typed) => expect(parseSearch(text)).toEqual({ ...nothing, ...typed }))

test.each(['', '   ', '！？（）', '&|!:*<->', '""', '- -- “”', '\0', '。，、'])('%j looks for nothing', (text) =>
  expect(parseSearch(text)).toEqual(nothing),
)

describe('what is too much', () => {
  it('is cut after a hundred characters, and said', () => {
    expect(parseSearch('水'.repeat(10_000))).toEqual({ ...words('水'.repeat(100)), cut: true })
    expect(parseSearch(`${'水'.repeat(100)}   `).cut).toBe(false)
    expect(parseSearch('𠮷'.repeat(101)).words).toEqual(['𠮷'.repeat(100)])
  })

  it('is cut after twelve words', () => {
    const typed = parseSearch('甲 乙 丙 丁 戊 己 庚 辛 壬 癸 -子 丑 寅 卯')
    expect([typed.words.length, typed.excluded, typed.cut]).toEqual([11, ['子'], true])
  })
})

const likely = fc
  .array(fc.constantFrom(...'新乡水 　-－"“”「」『』:：，a1', '来源:', '作者：', 'tag:', '\0', '\ud800'), { maxLength: 60 })
  .map((pieces) => pieces.join(''))

it('never throws, and stays within bounds', () => {
  fc.assert(
    fc.property(fc.oneof(likely, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
      const typed = parseSearch(text)
      expect(typed.words.length + typed.excluded.length).toBeLessThanOrEqual(MOST_WORDS)
      for (const word of [...typed.words, ...typed.excluded]) {
        expect(word.isWellFormed()).toBe(true)
        expect(word).toMatch(/^\S(.*\S)?$/su)
        expect([...word].length).toBeLessThanOrEqual(100)
      }
    }),
  )
})

it('reads again what it writes', () => {
  fc.assert(
    fc.property(likely, (text) => {
      const typed = { ...parseSearch(text), cut: false }
      const written = writeSearch(typed)
      fc.pre([...written].length <= 100)
      expect(parseSearch(written)).toEqual(typed)
    }),
  )
})

test.each([
  [words('新乡', '平原 示范区', '-水', '来源:甲'), '新乡 "平原 示范区" "-水" "来源:甲"'],
  [
    { ...nothing, words: ['水'], excluded: ['火 灾'], source: '新乡日报', tag: '航 天' },
    '水 -"火 灾" 来源:新乡日报 标签:"航 天"',
  ],
])('writes %j', (typed, text) => expect(writeSearch(typed)).toBe(text))
