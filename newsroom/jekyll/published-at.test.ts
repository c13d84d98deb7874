import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter'
import { readFileName } from './jekyll-file'
import { readJekyllSite } from './jekyll-site'
import { publishedAt } from './published-at'

const read = (path: string, yaml: string, timezone = 'Asia/Shanghai') => {
  const front = readFrontMatter(`---\n${yaml}\n---\n`)
  const when = publishedAt(front.data.get('date') ?? null, front, readFileName(path), readJekyllSite(`timezone: ${timezone}`))
  if ('reason' in when) return [when.line, when.reason]
  return [when.at?.toISOString() ?? null, ...when.notes.map(({ rescue, reason }) => `${rescue ? '!' : ''}${reason}`)]
}
const dated = '_posts/2022-02-08-a.md'
const undated = '_posts/-202205262391921712.md'

test.each([
  [dated, 'date: 2022-02-08 10:34:53 +0800', ['2022-02-08T02:34:53.000Z']],
  [dated, 'date: 2022-03-01 08:00:00 +0800', ['2022-03-01T00:00:00.000Z']],
  [dated, 'title: a', ['2022-02-07T16:00:00.000Z']],
  [dated, 'date: 2022-02-08 10:34:53', ['2022-02-08T10:34:53.000Z']],
  [dated, 'date:  +0800', ['2022-02-07T16:00:00.000Z', '!the date is empty; taken from the file name']],
  [dated, 'date: soon', ['2022-02-07T16:00:00.000Z', '!the date is not understood: soon; taken from the file name']],
  [dated, 'date: [1]', ['2022-02-07T16:00:00.000Z', '!the date is not understood: 1; taken from the file name']],
  [undated, 'date:  +0800', ['2022-05-25T16:00:00.000Z', '!the date is empty; taken from the id in the file name']],
  [
    '_posts/a.md',
    'date: 2022-02-08',
    ['2022-02-07T16:00:00.000Z', 'no date in the file name: the old site never showed this post, it has no old address'],
  ],
  ['_posts/a.md', 'title: a', [null, '!no date, nor in the file name: not published']],
  ['_drafts/a.md', 'title: a', [null]],
  ['a.md', 'date: 2022-02-08', ['2022-02-07T16:00:00.000Z']],
  ['NW202213082269393992.md', 'title: a', [null, '!no date, nor in the file name: not published']],
])('%s with %j', (path, yaml, expected) => expect(read(path, yaml)).toEqual(expected))

test.each([
  [dated, 'title: a\ndate: 2022-02-30', [3, 'date: 2022-02-30 is no day of the years 1 to 9999']],
  [dated, 'date: 12022-01-01 00:00:00 +0800', [2, 'date: 12022-01-01 00:00:00 +0800 is no day of the years 1 to 9999']],
  ['_posts/2022-13-08-a.md', 'title: a', [null, 'file name: 2022-13-08 is no day of the years 1 to 9999']],
])('%s with %j is refused', (path, yaml, expected) => expect(read(path, yaml)).toEqual(expected))

test('a time without a zone that falls on another day says so', () => {
  const reason =
    "UTC or the site's clock? The old site showed it on 2021-11-6; the other reading is 2021-11-7, both addresses are kept"
  expect(read(dated, 'date: 2021-11-07 01:30:00', 'America/New_York')).toEqual(['2021-11-07T01:30:00.000Z', reason])
})

test('a written zone leaves no doubt, though the archive names none', () => {
  const front = readFrontMatter('---\ndate: 2022-02-08 03:00:00 +0800\n---\n')
  const when = publishedAt(front.data.get('date') ?? null, front, readFileName(dated), readJekyllSite(null))
  expect(when).toMatchObject({ readings: [{ day: 8 }, { day: 7 }], notes: [] })
})
