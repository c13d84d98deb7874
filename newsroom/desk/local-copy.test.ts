import { expect, it } from 'vitest'
import { EMPTY_DRAFT } from './draft'
import { fateOf, type LocalCopy } from './local-copy'

const text = (bodyHtml: string) => ({ ...EMPTY_DRAFT, bodyHtml })
const copy: LocalCopy = {
  articleId: '0123456789',
  baseVersion: 3,
  base: text('a'),
  content: text('abc'),
  sent: [text('ab')],
  changedAt: '2026-11-24T02:00:00.000Z',
}

it.each([
  ['the server has it', 5, 'abc', 'drop'],
  ['nobody saved since', 3, 'a', 'restore'],
  ['a save under way arrived after all', 4, 'ab', 'restore'],
  ['the version moved without the text', 7, 'a', 'restore'],
  ['somebody wrote something else', 4, 'xyz', 'ask'],
] as const)('%s: version %i, %j → %s', (_, version, body, fate) => {
  expect(fateOf(copy, { version, content: text(body) })).toBe(fate)
})

it('restores a new article that never reached the server', () => {
  const unborn = { ...copy, baseVersion: 0, base: EMPTY_DRAFT, sent: [] }
  expect(fateOf(unborn, { version: 0, content: EMPTY_DRAFT })).toBe('restore')
})
