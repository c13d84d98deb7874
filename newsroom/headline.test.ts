import { expect, test } from 'vitest'
import { headlineOf } from './headline'

const nothing = {
  title: null,
  emptied: false,
  readableSlug: null,
  firstBold: null,
  plainText: '',
  standfirst: null,
  baseName: '-202205262391921712',
}
const body = { firstBold: '春耕开始', plainText: '\n 本报讯 麦田返青。农户忙。\n第二段', standfirst: '摘要' }

test.each([
  [{ title: ' 新乡\n开工 ' }, '新乡 开工', null],
  [{ title: 'yes' }, 'yes', null],
  [{ readableSlug: 'open-DOOR', ...body }, 'Open Door', 'the file name, as the old site did'],
  [{ readableSlug: 'open-door', emptied: true, ...body }, '春耕开始', 'the first bold words'],
  [{ title: '\u200b', ...body }, '春耕开始', 'the first bold words'],
  [{ ...body, firstBold: '【春耕开始】' }, '春耕开始', 'the first bold words'],
  [{ ...body, firstBold: null }, '麦田返青', 'the first sentence'],
  [{ standfirst: '摘要' }, '摘要', 'the first sentence'],
  [{ emptied: true, readableSlug: 'open-door' }, 'Open Door', 'the file name'],
  [{}, '-202205262391921712', 'the file name'],
  [{ plainText: '字'.repeat(100) }, `${'字'.repeat(40)}…`, 'the first sentence'],
  [{ title: '字'.repeat(501) }, `${'字'.repeat(500)}…`, 'the first 500 characters of the title'],
])('%j', (sources, headline, guessedFrom) => {
  expect(headlineOf({ ...nothing, ...sources })).toEqual({ headline, guessedFrom })
})
