import { expect, test } from 'vitest'
import { defaultsFor, type FrontMatterDefault, mergeWords } from './jekyll-defaults'

const scope = (path: string, type: string | null, layout: string): FrontMatterDefault => ({
  path,
  type,
  values: new Map([['layout', layout]]),
})
const layout = (path: string, defaults: FrontMatterDefault[], draft = false) => defaultsFor(path, draft, defaults).get('layout')

test.each([
  ['_posts/2022-02-08-a.md', [scope('', null, 'all')], 'all'],
  ['_posts/2022-02-08-a.md', [scope('', 'posts', 'posts'), scope('', null, 'all')], 'posts'],
  ['_posts/2022-02-08-a.md', [scope('', null, 'all'), scope('', 'post', 'posts')], 'posts'],
  ['_posts/2022-02-08-a.md', [scope('', 'pages', 'pages')], undefined],
  ['_posts/2022-02-08-a.md', [scope('_posts/2022', null, 'narrow'), scope('_posts', 'posts', 'wide')], 'narrow'],
  ['news/_posts/a.md', [scope('/news', null, 'news'), scope('sport', null, 'sport')], 'news'],
  ['news/_posts/a.md', [scope('', null, 'first'), scope('', null, 'second')], 'second'],
  ['news/2022/_posts/a.md', [scope('news/*/_posts', null, 'glob')], 'glob'],
  ['news/2022/_posts/a.md', [scope('*/_posts', null, 'glob')], undefined],
  ['news/2022/_posts/a.md', [scope('**/_posts', null, 'glob')], 'glob'],
  ['news/2022/_posts/a.md', [scope('news/**', null, 'glob')], 'glob'],
  ['news/2022/_posts/a.md', [scope('n?ws*', null, 'glob')], 'glob'],
  ['news/2022/_posts/a.md', [scope('*/*/*/a.*', null, 'glob')], 'glob'],
  ['news/2022/_posts/a.md', [scope('*/*/*/*/*', null, 'glob')], undefined],
])('%s', (path, defaults, expected) => expect(layout(path, defaults)).toBe(expected))

test('drafts are posts too', () => {
  expect(layout('_drafts/a.md', [scope('', 'drafts', 'draft')], true)).toBe('draft')
  expect(layout('_drafts/a.md', [scope('', 'posts', 'posts')], true)).toBe('posts')
  expect(layout('_posts/a.md', [scope('', 'drafts', 'draft')])).toBeUndefined()
})

test('an empty value covers nothing', () => {
  expect(
    mergeWords(
      new Map([['title', 'usual']]),
      new Map([
        ['title', null],
        ['tags', null],
      ]),
    ),
  ).toEqual(
    new Map([
      ['title', 'usual'],
      ['tags', null],
    ]),
  )
})

test('a glob that a backtracking matcher would never leave', () => {
  const path = (end: string) => `${'a'.repeat(500)}/${'b/'.repeat(500)}${end}`
  const glob = scope(`${'*a'.repeat(200)}/${'**/'.repeat(300)}d`, null, 'x')
  expect(layout(path('c'), [glob])).toBeUndefined()
  expect(layout(path('d'), [glob])).toBe('x')
})
