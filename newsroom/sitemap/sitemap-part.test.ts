import { expect, test } from 'vitest'
import { fitsOne, MOST_ADDRESSES, partPath, partsOf, readPart, type SitemapPart } from './sitemap-part'

test.each<[string, SitemapPart]>([
  ['2022-02.xml', { kind: 'articles', period: '2022-02', piece: 1 }],
  ['2022-02-08.xml', { kind: 'articles', period: '2022-02-08', piece: 1 }],
  ['2022-02-08-p2.xml', { kind: 'articles', period: '2022-02-08', piece: 2 }],
  ['archive-2022.xml', { kind: 'archive', period: '2022', piece: 1 }],
  ['tag-12.xml', { kind: 'tag', piece: 12 }],
  ['news-3.xml', { kind: 'news', piece: 3 }],
  ['pages.xml', { kind: 'pages', piece: 1 }],
])('%s', (file, part) => {
  expect(readPart(file)).toEqual(part)
  expect(partPath(part)).toBe(`/sitemap/${file}`)
})

test.each([
  '2022.xml',
  '2022-13.xml',
  '2022-02-30.xml',
  '2022-02-08-p1.xml',
  '2022-02-08-p0.xml',
  '0000-01.xml',
  'tag-0.xml',
  'tag.xml',
  'a',
  '2022-02',
])('%s is no part', (file) => expect(readPart(file)).toBeNull())

test('a month is one file while it fits, and a day is as many as it needs', () => {
  const changedAt = new Date('2022-02-09T00:00:00Z')
  const month = { period: '2022-02', count: MOST_ADDRESSES, changedAt }
  expect(fitsOne(month)).toBe(true)
  expect(fitsOne({ ...month, count: MOST_ADDRESSES + 1 })).toBe(false)
  expect(partsOf(month).map(({ part }) => partPath(part))).toEqual(['/sitemap/2022-02.xml'])
  expect(partsOf({ period: '2022-02-08', count: 2 * MOST_ADDRESSES + 1, changedAt }).map(({ part }) => partPath(part))).toEqual([
    '/sitemap/2022-02-08.xml',
    '/sitemap/2022-02-08-p2.xml',
    '/sitemap/2022-02-08-p3.xml',
  ])
  expect(partsOf({ ...month, count: 0 })).toEqual([])
})
