import type { Element } from 'hast'
import { expect, it } from 'vitest'
import { captionFigures } from './figure-captions'
import { element, textOf } from './html-tree'

const figure = () => element('figure', [], { dataPicture: '0' })
const line = (value: string) => element('p', [{ type: 'text', value }])
const read = (blocks: Element[], centred: Element[] = []) =>
  captionFigures(blocks, new Set(centred)).map((block) => `${block.tagName}:${textOf(block)}`)

it.each(['图片来源：甲', '图为会议现场。', '▲市民在公园散步', '图1：产量', '（图片来源：摄图网）', '供图：乙', '图源/丙'])(
  '%s is a caption',
  (text) => {
    expect(read([figure(), line(text), line('正文')])).toEqual([`figure:${text}`, 'p:正文'])
  },
)

it.each(['图书馆今天开放', '正文', `图为${'很'.repeat(130)}`])('%s is none', (text) => {
  expect(read([figure(), line(text)])).toEqual(['figure:', `p:${text}`])
})

it('a short centred line is one, a second of them is not', () => {
  const [first, second] = [line('甲'), line('乙')]
  expect(read([figure(), first, second], [first, second])).toEqual(['figure:甲', 'p:乙'])
})

it('a credit follows the caption', () => {
  const [block] = captionFigures([figure(), line('图为甲'), line('图片来源：乙')], new Set())
  expect(block?.children).toEqual([
    element('figcaption', [{ type: 'text', value: '图为甲' }, element('br'), { type: 'text', value: '图片来源：乙' }]),
  ])
})

it('no figure, no caption', () => expect(read([line('图片来源：甲')])).toEqual(['p:图片来源：甲']))
