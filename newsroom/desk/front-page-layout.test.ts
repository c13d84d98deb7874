import { expect, it } from 'vitest'
import { EMPTY_LAYOUT, type FrontPageLayout, frontPageLayout, layoutAt } from './front-page-layout'

const layout: FrontPageLayout = {
  stories: [
    { articleId: '0000000001', until: null },
    { articleId: '0000000002', until: '2026-11-24T10:00:00Z' },
  ],
  sections: [],
  breaking: { text: '市区多路公交绕行', articleId: null, until: '2026-11-24T09:00:00Z' },
}

it('what is pinned until a time goes at that time, and says when', () => {
  const at = (time: string) => layoutAt(layout, new Date(time))
  expect(at('2026-11-24T08:59:59Z')).toEqual({ layout, until: new Date('2026-11-24T09:00:00Z') })
  expect(at('2026-11-24T09:00:00Z').layout.breaking).toBeNull()
  expect(at('2026-11-24T09:00:00Z').until).toEqual(new Date('2026-11-24T10:00:00Z'))
  expect(at('2026-11-24T10:00:00Z')).toEqual({
    layout: { stories: [{ articleId: '0000000001', until: null }], sections: [], breaking: null },
    until: null,
  })
})

it('an empty layout is one, with nothing that ends', () => {
  expect(frontPageLayout.parse(EMPTY_LAYOUT)).toEqual(EMPTY_LAYOUT)
  expect(layoutAt(EMPTY_LAYOUT, new Date())).toEqual({ layout: EMPTY_LAYOUT, until: null })
})
