import { describe, expect, it } from 'vitest'
import { placesFor } from '@/components/desk/shell/places'
import { deskTexts } from '@/newsroom/desk/desk-texts'
import type { Role } from '@/newsroom/desk/staff'
import { entriesFor, matching } from './entries'

const t = deskTexts('zh-CN', 'Asia/Shanghai')
const of = (role: Role) => entriesFor(t, placesFor({ id: 'a', name: '林晓', role, desk: null }))
const keys = (role: Role, text: string) => matching(of(role), text).map(({ key }) => key)

describe('the palette', () => {
  it('offers what a role may do', () => {
    expect(of('reporter').map(({ key }) => key)).toEqual([
      'write',
      'site',
      'shortcuts',
      'day',
      'articles',
      'media',
      'notices',
      'account',
    ])
    expect(keys('administrator', 'yq')).toEqual(['invite'])
    expect(keys('editor', 'yq')).toEqual([])
  })

  it('finds by name, by pinyin, by initials', () => {
    expect(keys('chief', '标签')).toEqual(['tags'])
    expect(keys('chief', 'biaoqian')).toEqual(['tags'])
    expect(keys('chief', 'ＢＱ')).toEqual(['tags'])
    expect(keys('reporter', '写稿')).toEqual(['write'])
    expect(keys('reporter', '新稿')).toEqual(['write'])
  })

  it('asks for every word', () => {
    expect(keys('chief', '来源 sm')).toEqual(['sources'])
    expect(keys('chief', '来源 xyz')).toEqual([])
  })
})
