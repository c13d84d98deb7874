import { expect, it } from 'vitest'
import { revisionHash } from './revision-hash'

const TEXT = { headline: '河边开了一家书店', kicker: null, subhead: null, standfirst: null, bodyHtml: '<p>正文</p>', bylines: [] }

it('is the same for what reads the same', () => {
  expect(revisionHash({ ...TEXT })).toBe(revisionHash(TEXT))
  expect(revisionHash(TEXT)).toMatch(/^[0-9a-f]{64}$/)
})

it('changes with each field, and with the field a text stands in', () => {
  const others = [
    { ...TEXT, headline: '河边开了两家书店' },
    { ...TEXT, kicker: '导语' },
    { ...TEXT, subhead: '导语' },
    { ...TEXT, standfirst: '导语' },
    { ...TEXT, bodyHtml: '<p>正文。</p>' },
    { ...TEXT, bylines: [{ name: '林一', role: 'reporter' as const }] },
    { ...TEXT, bylines: [{ name: '林一', role: 'editor' as const }] },
  ]
  expect(new Set([TEXT, ...others].map(revisionHash)).size).toBe(others.length + 1)
})
