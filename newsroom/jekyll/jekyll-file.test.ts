import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPost, looksLikePost, readFileName } from './jekyll-file'

describe('a file name', () => {
  test('of a media post', () => {
    expect(readFileName('_posts/2022-02-08-NW202202082269393992.md')).toEqual({
      place: 'posts',
      postPath: '_posts/2022-02-08-NW202202082269393992.md',
      folders: [],
      baseName: '2022-02-08-NW202202082269393992',
      extension: '.md',
      date: '2022-02-08',
      slug: 'NW202202082269393992',
      format: 'markdown',
      wireId: 'NW202202082269393992',
    })
  })

  test.each([
    [
      'old_post/2022-05-20-202205202386141234.md',
      { place: 'posts', postPath: '_posts/2022-05-20-202205202386141234.md', wireId: '202205202386141234' },
    ],
    ['_posts/-202205262391921712.md', { date: null, slug: '-202205262391921712', wireId: '202205262391921712' }],
    ['_drafts/idea.markdown', { place: 'drafts', postPath: '_drafts/idea.markdown', date: null, slug: 'idea', wireId: null }],
    [
      'news/city/_posts/2022/2022-2-8-a.b...HTML',
      { folders: ['news', 'city'], date: '2022-2-8', slug: 'a.b', format: 'html', extension: '.HTML' },
    ],
    ['news/old_post/22-02-08-a.md', { folders: ['news'], postPath: 'news/_posts/22-02-08-a.md', date: '22-02-08' }],
    ['xinxiang/2022-02-08-a.md', { place: 'loose', folders: [], postPath: '_posts/xinxiang/2022-02-08-a.md' }],
    ['_posts/2022-02-08-.md', { date: '2022-02-08', slug: '' }],
    ['_posts/12022-02-08-a.md', { date: null, slug: '12022-02-08-a' }],
    ['_posts/2022-02-08-a.textile', { format: null }],
    ['_posts/2022-02-08-a', { extension: '', format: null, slug: 'a' }],
  ])('%s', (path, expected) => expect(readFileName(path)).toMatchObject(expected))

  test('below a collections_dir, which is no category', () => {
    expect(readFileName('my/news/_posts/2022-02-08-a.md', 'my')).toMatchObject({
      folders: ['news'],
      postPath: 'news/_posts/2022-02-08-a.md',
    })
  })
})

describe('which files of a site are posts', () => {
  test.each([
    '_posts/2022-02-08-a.md',
    '_posts/-202205262391921712.md',
    'old_post/2022-02-08-a.md',
    '_drafts/a.md',
    'news/_posts/2022/02/2022-02-08-a.html',
    '_posts/2022-02-08-a.textile',
  ])('%s is', (path) => expect(isPost(path)).toBe(true))
  test.each([
    'category/xinxiangribao.html',
    'README.md',
    '_posts/README.md',
    '404.html',
    'index.html',
    '_posts/.keep.md',
    '_posts/#a.md#',
    '_posts/2022-02-08-a.md~',
    '_posts/2022-02-08-a.jpg',
    '_posts/_old/2022-02-08-a.md',
    '_site/_posts/2022-02-08-a.md',
    'node_modules/x/_posts/2022-02-08-a.md',
    '2022-02-08-a.md',
    '',
  ])('%s is not', (path) => expect(isPost(path)).toBe(false))
})

describe('which files of a folder that is no site may be posts', () => {
  test.each(['2022-02-08-a.md', 'about-face.md', 'xinxiang/a.markdown', 'a.html', '_posts/2022-02-08-a.md'])('%s may', (path) =>
    expect(isPost(path, 'folder')).toBe(true),
  )
  test.each(['README.md', 'readme.zh-CN.md', '404.html', 'index.md', 'a.txt', '.git/a.md', '_layouts/a.html'])(
    '%s may not',
    (path) => expect(isPost(path, 'folder')).toBe(false),
  )

  test('by the look of them', () => {
    expect(looksLikePost('a.md', '---\ntitle: a\n---\n')).toBe(true)
    expect(looksLikePost('a.md', '\ufeff\r\n---\r\n')).toBe(true)
    expect(looksLikePost('a.md', '# a')).toBe(false)
    expect(looksLikePost('2022-02-08-a.md', '# a')).toBe(true)
    expect(looksLikePost('_drafts/a.md', '# a')).toBe(true)
  })
})

test('a name of two lines is a name', () => {
  expect(readFileName('_posts/2022-02-08-a\nb.md')).toMatchObject({ date: '2022-02-08', slug: 'a\nb', format: 'markdown' })
  expect(isPost('_posts/2022-02-08-a\nb.md')).toBe(true)
})

test('any path is answered', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'a1-._/N#') }),
      (path) => readFileName(path).postPath.endsWith('') && isPost(path) !== null,
    ),
  )
})
