import { describe, expect, it } from 'vitest'
import { deskTexts } from '@/newsroom/desk/desk-texts'
import { actionName, actorName, fieldName, subjectName, subjectPath, valueName } from './audit-words'

const place = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const t = deskTexts(place.locale, place.timeZone)

describe('the words of the record', () => {
  it('names what it knows and leaves the rest as it stands', () => {
    expect(actionName(t, 'article.publish')).toBe('发布')
    expect(actionName(t, 'article')).toBe('article')
    expect(actionName(t, 'poll.open')).toBe('poll.open')
    expect(fieldName(t, 'dates.plannedFor')).toBe('计划日期')
    expect(fieldName(t, 'colour')).toBe('colour')
  })

  it('calls a subject what it was called then, else by its word', () => {
    expect(subjectName(t, { subject: 'tag:7', label: '防汛' })).toBe('防汛')
    expect(subjectName(t, { subject: 'front-page', label: '' })).toBe('头版')
    expect(subjectName(t, { subject: 'tag:7', label: '' })).toBe('tag:7')
  })

  it('tells people from machinery of the same name', () => {
    expect(actorName(t, { actorId: null, actorName: 'import' })).toBe('导入')
    expect(actorName(t, { actorId: 'a', actorName: 'import' })).toBe('import')
  })

  it.each([
    ['workflow', 'final_review', '待终审'],
    ['after.publication', 'live', '已发布'],
    ['publishedAt', '2026-11-24T10:30:00.000Z', '2026年11月24日 18:30'],
    ['urgent', 'true', '是'],
    ['reason', '', '（无）'],
    ['name', 'live', 'live'],
  ])('reads %s %s as %s', (field, value, text) => {
    expect(valueName(t, place, field, value)).toBe(text)
  })

  it('leads to what can be seen', () => {
    expect(subjectPath('article:1a2b3c4d5e')).toBe('/admin/articles/1a2b3c4d5e')
    expect(subjectPath('tag:7')).toBe('/admin/tags')
    expect(subjectPath('front-page')).toBeNull()
  })
})
