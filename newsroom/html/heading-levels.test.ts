import type { Element } from 'hast'
import { describe, expect, it } from 'vitest'
import { levelHeadings, withoutInnerHeadings } from './heading-levels'
import { element } from './html-tree'

const text = (value: string) => ({ type: 'text', value }) as const
const heading = (level: number) => element(`h${level}`, [text('题')])
const plain = element('p', [text('文')])
const bold = (value: string) => element('p', [element('strong', [text(value)])])
const levels = (blocks: Element[]) => levelHeadings(blocks).map(({ tagName }) => tagName)

describe('levels', () => {
  it.each([
    [
      [1, 2, 3],
      ['h2', 'h3', 'h4'],
    ],
    [
      [3, 3, 4],
      ['h2', 'h2', 'h3'],
    ],
    [
      [2, 4, 4, 2],
      ['h2', 'h3', 'h3', 'h2'],
    ],
    [
      [4, 2, 6],
      ['h2', 'h2', 'h3'],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      ['h2', 'h3', 'h4', 'h4', 'h4', 'h4'],
    ],
    [
      [1, 3, 2],
      ['h2', 'h3', 'h3'],
    ],
  ])('%j → %j', (raw, expected) => expect(levels(raw.map(heading))).toEqual(expected))
})

describe('a bold line', () => {
  it('between texts is a heading, below the heading before it', () => {
    expect(levels([bold('一、现状'), plain, bold('二、出路'), plain])).toEqual(['h2', 'p', 'h2', 'p'])
    expect(levels([heading(2), plain, bold('小题'), plain])).toEqual(['h2', 'p', 'h3', 'p'])
    expect(levelHeadings([bold('小题'), plain])[0]?.children).toEqual([text('小题')])
  })

  it.each(['这是一句话。', '记者：', '（文章来源：甲）', '责任编辑：张三', '来源 甲', '很'.repeat(40)])('%s is none', (line) => {
    expect(levels([bold(line), plain])).toEqual(['p', 'p'])
  })

  it('is none at the end, or beside another', () => {
    expect(levels([plain, bold('完')])).toEqual(['p', 'p'])
    expect(levels([bold('甲'), bold('乙'), bold('丙'), plain])).toEqual(['p', 'p', 'p', 'p'])
  })
})

it('a heading within a quotation is a bold line', () => {
  expect(withoutInnerHeadings(element('blockquote', [heading(2)]))).toEqual(
    element('blockquote', [element('p', [element('strong', [text('题')])])]),
  )
})
