import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spells, syllables } from './pinyin'

test.each([
  ['新乡日报', 'xin xiang ri bao'],
  ['浚县', 'xun xian'],
  ['乐清日报', 'yue qing ri bao'],
  ['单县融媒', 'shan xian rong mei'],
  ['重庆', 'chong qing'],
  ['六安', 'lu an'],
  ['绿野', 'lv ye'],
])('%s is read %s', (text, expected) => expect(syllables(text).join(' ')).toBe(expected))

test('what is not Han stays', () => expect(syllables('新乡5G（b）').join('')).toBe('xinxiang5G（b）'))

describe('spells', () => {
  test.each([
    ['xinxiangribao', '新乡日报'],
    ['21shijijingjibaodao', '21世纪经济报道'],
    ['21Tech', '21Tech'],
    ['Techweb', 'TechWeb'],
    ['touxingPEVC', '投行PEVC'],
    ['anxinguojizhengquan(xianggang)', '安信国际证券（香港）'],
    ['lvyewanbao', '绿野晚报'],
    ['luyewanbao', '绿野晚报'],
    ['changchunribao', '长春日报'],
    ['Career In touxingPEVC', 'Career In投行PEVC'],
  ])('%s is %s', (latin, name) => expect(spells(latin, name)).toBe(true))

  test.each([
    ['emnews', '东财滚动'],
    ['sports', '体育'],
    ['xinxiang', '新乡日报'],
    ['xinxiangribaoshe', '新乡日报'],
    ['', ''],
    ['', '新'],
  ])('%j is not %j', (latin, name) => expect(spells(latin, name)).toBe(false))

  test('what the reader reads, it takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'新乡日报行长乐单'), minLength: 1 }), (name) =>
        spells(syllables(name).join(''), name),
      ),
    )
  })

  test('no name is longer than a hundred characters', () => {
    expect(spells('xing'.repeat(100), '行'.repeat(100))).toBe(true)
    expect(spells('xing'.repeat(50_000), '行'.repeat(50_000))).toBe(false)
  })
})
