import { describe, expect, it } from 'vitest'
import { readSourceLine, readTrailingSource } from './source-line'

describe('a line that names the source', () => {
  it.each([
    ['（文章来源：江海日报）', '江海日报'],
    ['(来源: 江海日报 )', '江海日报'],
    ['文章来源：“江海日报”', '江海日报'],
    ['（文章来源：证券时报·e公司）', '证券时报·e公司'],
    ['（文章来源：国家税务总局（广东））', '国家税务总局（广东）'],
    ['来源：国家税务总局（广东）', '国家税务总局（广东）'],
    ['（文章来源：江海日报、北原晚报）', '江海日报、北原晚报'],
    ['来源：江海日报　责任编辑：张三', '江海日报'],
    ['【来源：江海日报】', '江海日报'],
    ['（文章来源：）', ''],
  ])('%s', (text, name) => expect(readSourceLine(text)).toBe(name))

  it.each([
    '收入来源：工资，奖金',
    '来源：记者在现场看到，河水已经退去。',
    '水的来源很多',
    '（来源：甲：乙）',
    `来源：${'长'.repeat(60)}`,
  ])('%s is none', (text) => expect(readSourceLine(text)).toBeNull())
})

describe('the source in the last words', () => {
  const known = { rolling: false, outlet: null }

  it.each([
    ['会议今天闭幕。（来源：江海日报）', '江海日报', 9],
    ['会议今天闭幕(文章来源：江海日报)', '江海日报', 11],
  ])('%s', (text, name, length) => expect(readTrailingSource(text, known)).toEqual({ name, length }))

  it('as a bare name counts in rolling news', () => {
    expect(readTrailingSource('同比增长百分之五。（北原社）', known)).toBeNull()
    expect(readTrailingSource('同比增长百分之五。（北原社）', { ...known, rolling: true })).toEqual({ name: '北原社', length: 5 })
    expect(readTrailingSource('“很好。” (央海新闻)', { ...known, rolling: true })).toEqual({ name: '央海新闻', length: 7 })
  })

  it('as a bare name counts where the tags name it', () => {
    expect(readTrailingSource('会议今天闭幕。（江海日报）', { rolling: false, outlet: '江海日报' })).toEqual({
      name: '江海日报',
      length: 6,
    })
  })

  it.each([
    '结束。（完）',
    '结束。（记者张三）',
    '结束。（图/张三）',
    '结束。（600160）',
    '某公司（江海股份）',
    '结束。（文中人物均为化名）',
    '结束。（见图）',
  ])('%s names none', (text) => expect(readTrailingSource(text, { ...known, rolling: true })).toBeNull())
})
