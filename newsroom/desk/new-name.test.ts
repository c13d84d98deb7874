import { expect, test } from 'vitest'
import { readName } from './new-name'

test.each([
  ['  河边  书店 ', '河边 书店'],
  ['河\u0000边\u200b', '河 边'],
  ['第一行\n第二行', '第一行 第二行'],
])('%j is kept as %s', (given, name) => expect(readName(given)).toEqual({ ok: true, name }))

test.each([
  ['  ', 'name.empty'],
  ['\u200b', 'name.empty'],
  ['字'.repeat(81), 'name.long'],
])('%j is no name: %s', (given, code) => expect(readName(given)).toMatchObject({ ok: false, errors: [{ code, field: 'name' }] }))
