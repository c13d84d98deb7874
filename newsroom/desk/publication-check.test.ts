import { expect, it } from 'vitest'
import { type DraftContent, EMPTY_DRAFT } from './draft'
import { type PublicationFacts, publicationProblems, submissionProblems } from './publication-check'

const id = 'ab'.repeat(32)
const img = (alt: string) => `<img src="/media/ab/${id}-640.webp" alt="${alt}">`
const sound: DraftContent = { ...EMPTY_DRAFT, headline: '河边开了一家书店', bodyHtml: '<p>河边。</p>', categoryIds: [1] }
const problems = (change: Partial<DraftContent>, facts: Partial<PublicationFacts> = {}) =>
  publicationProblems({ ...sound, ...change }, { pictures: new Map(), ...facts }).map(({ code, field }) => [
    code.replace('publication.', ''),
    field,
  ])
const picture = (state: 'pending' | 'ready' | 'failed', alt: string | null) => ({ pictures: new Map([[id, { state, alt }]]) })

it('lets a sound text pass', () => expect(problems({})).toEqual([]))

it.each<[string, Partial<DraftContent>, unknown]>([
  [
    'nothing written',
    EMPTY_DRAFT,
    [
      ['headline-missing', 'headline'],
      ['body-missing', 'bodyHtml'],
      ['category-missing', 'categoryIds'],
    ],
  ],
  [
    'a reprint without its origin',
    { type: 'reprint' },
    [
      ['source-missing', 'sourceId'],
      ['source-url-missing', 'sourceUrl'],
      ['original-headline-missing', 'originalHeadline'],
      ['original-author-missing', 'originalAuthor'],
    ],
  ],
  ['a translation needs none of it', { type: 'translation' }, []],
  ['spaces are no text', { bodyHtml: '<p>&nbsp;　</p>' }, [['body-missing', 'bodyHtml']]],
  ['a picture alone is a text, described', { bodyHtml: img('书店门口') }, []],
  ['a picture nobody described', { bodyHtml: `<p>文</p><figure>${img('')}</figure>` }, [['alt-missing', 'bodyHtml']]],
  ['a caption describes', { bodyHtml: `<p>文</p><figure>${img('')}<figcaption>书店门口</figcaption></figure>` }, []],
])('%s', (_, change, expected) => expect(problems(change)).toEqual(expected))

it('asks for the lead picture to be described and ready', () => {
  expect(problems({ leadMediaId: id }, picture('ready', ''))).toEqual([['lead-alt-missing', 'leadMediaId']])
  expect(problems({ leadMediaId: id }, picture('ready', '书店门口'))).toEqual([])
  expect(problems({ leadMediaId: id }, picture('failed', '书店门口'))).toEqual([['picture-failed', undefined]])
  expect(problems({ bodyHtml: img('书店门口') }, picture('pending', null))).toEqual([['picture-pending', undefined]])
})

it('keeps nobody from submitting because a picture is still being made ready', () => {
  const content = { ...sound, bodyHtml: img('书店门口') }
  expect(submissionProblems(content, picture('pending', null))).toEqual([])
  expect(submissionProblems(content, picture('failed', null))).toHaveLength(1)
})

it('lets nothing out before its embargo', () => {
  const embargoUntil = new Date('2026-12-01T00:00:00Z')
  expect(problems({}, { embargoUntil, publishAt: new Date('2026-11-30T23:59:59Z') })).toEqual([['before-embargo', undefined]])
  expect(problems({}, { embargoUntil, publishAt: embargoUntil })).toEqual([])
})
