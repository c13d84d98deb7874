import { expect, it } from 'vitest'
import { frontPageLayout } from '@/newsroom/desk/front-page-layout'
import { toDraft, toLayout } from './layout-draft'

const names = { headlines: new Map([['aaaaaaaaa1', '河堤加固完工']]), categories: new Map([[7, '民生']]) }
const now = new Date('2026-11-24T08:00:00Z')
const layout = {
  stories: [{ articleId: 'aaaaaaaaa1', until: '2026-11-25T00:00:00.000Z' }],
  sections: [{ categoryId: 7, hidden: true }],
  breaking: { text: '大桥封闭', articleId: 'aaaaaaaaa1', until: '2026-11-24T12:00:00.000Z' },
}

it('a layout that is opened and stored is the same', () => expect(toLayout(toDraft(layout, names), now)).toEqual(layout))

it('what is gone is left out, not shown by its number', () => {
  const gone = { ...layout, stories: [...layout.stories, { articleId: 'aaaaaaaaa9', until: null }] }
  expect(toLayout(toDraft(gone, names), now)).toEqual(layout)
})

it('a breaking line without an end has one after three hours, and without words is none', () => {
  const draft = { stories: [], sections: [], breaking: { text: ' 停水通知 ', article: null, until: null } }
  expect(frontPageLayout.parse(toLayout(draft, now)).breaking).toEqual({
    text: '停水通知',
    articleId: null,
    until: '2026-11-24T11:00:00.000Z',
  })
  expect(toLayout({ ...draft, breaking: { ...draft.breaking, text: ' ' } }, now).breaking).toBeNull()
})
