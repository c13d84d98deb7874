import { expect, it } from 'vitest'
import { EMPTY_DRAFT } from './draft'
import { draftHash } from './draft-hash'

const draft = { ...EMPTY_DRAFT, headline: '河边开了一家书店', bylines: [{ personId: 7, role: 'reporter' as const }] }

it('does not depend on the order a database gives keys in', () => {
  const { headline, ...rest } = draft
  const shuffled = { ...rest, headline, bylines: [{ role: 'reporter' as const, personId: 7 }] }
  expect(draftHash(shuffled)).toBe(draftHash(draft))
})

it('leaves tags out and nothing else', () => {
  expect(draftHash({ ...draft, tagIds: [1, 2] })).toBe(draftHash(draft))
  for (const change of [
    { kicker: '文化' },
    { categoryIds: [3] },
    { bylines: [] },
    { leadMediaId: 'a' },
    { aiAssistance: 'assisted' as const },
  ])
    expect(draftHash({ ...draft, ...change })).not.toBe(draftHash(draft))
})
