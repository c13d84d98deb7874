import { describe, expect, it } from 'vitest'
import { readBylines, readCreditLine } from './byline'

const ROLES = { reporter: '记者', correspondent: '通讯员', author: '文', photographer: '图', editor: '编辑', proofreader: '校对' }
const read = (...paragraphs: string[]) => readBylines(paragraphs).map(({ name, role }) => `${ROLES[role]} ${name}`)

describe('who made it', () => {
  it.each([
    ['本报讯（记者 张三 通讯员 李四）2月7日，会议召开。', '记者 张三', '通讯员 李四'],
    ['本报讯 (江海日报全媒体记者焦亮)2月7日，', '记者 焦亮'],
    ['（记者张三）2月7日，', '记者 张三'],
    ['新华社江海2月8日电（记者王明、李强）会议', '记者 王明', '记者 李强'],
    ['□记者 张三', '记者 张三'],
    ['文/图 张三', '文 张三', '图 张三'],
    ['文/张三 图/李四', '文 张三', '图 李四'],
    ['本报讯（记者 张　三）', '记者 张三'],
    ['本报讯（记者 张 三 李 四）', '记者 张三', '记者 李四'],
    ['本报讯（记者张三通讯员李四）', '记者 张三', '通讯员 李四'],
    ['本报记者 张三 通讯员 李四', '记者 张三', '通讯员 李四'],
    ['会议召开。（记者 张三 江海报道）', '记者 张三'],
    ['会议召开。（记者张三报道）', '记者 张三'],
    ['会议召开。（记者张三 摄影报道）', '记者 张三', '图 张三'],
    ['会议召开。（新华社记者 张三 摄）', '记者 张三', '图 张三'],
    ['本报讯（记者 张三 文/图）', '记者 张三', '文 张三', '图 张三'],
    ['本报讯（实习生 王五）', '记者 王五'],
    ['本报讯（记者 阿里木·买买提）', '记者 阿里木·买买提'],
    ['本报讯（记者 欧阳小文）', '记者 欧阳小文'],
    ['[责任编辑：张三]', '编辑 张三'],
    ['（编辑：张三 校对：李四 审核：王五）', '编辑 张三', '校对 李四'],
    ['摄影 张三', '图 张三'],
  ])('%s', (text, ...names) => expect(read(text)).toEqual(names))

  it('is read at both ends, each once', () => {
    expect(read('本报讯（记者 张三）甲', '乙', '丙', '丁', '戊', '己', '庚（记者 张三 通讯员 李四）')).toEqual([
      '记者 张三',
      '通讯员 李四',
    ])
  })

  it('is not read in the middle', () => {
    expect(read('甲', '乙', '丙', '丁（记者 张三）', '戊', '己', '庚', '辛')).toEqual([])
  })
})

describe('no name is invented', () => {
  it.each([
    '（记者手记）',
    '（记者日前从市政府获悉）',
    '（记者在现场看到）',
    '（记者综合报道）',
    '（记者 江海部门）',
    '（记者王明李强）',
    '（记者 成都报道）',
    '（记者）',
    '（通讯员 王）',
    '（记者 A1234）',
    '（记者 很长很长的名字）',
    '记者看到，河水已经退去。',
    '据记者了解',
    '记者：您怎么看？',
    '编辑同志：您好',
    '责任编辑：DF078',
    '张三 李四',
    '作者',
    '文 图',
    '图书 文化',
    '曾任本报记者王明',
    '“记者之家”揭牌',
  ])('%s', (text) => expect(read(text)).toEqual([]))
})

it('a line of nothing but credits is told from a text that begins like one', () => {
  expect(readCreditLine('责任编辑：张三')).toEqual([{ name: '张三', role: 'editor' }])
  expect(readCreditLine('记者张三今天来到江海')).toBeNull()
})
