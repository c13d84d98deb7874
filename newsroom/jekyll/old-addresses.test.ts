import { describe, expect, test } from 'vitest'
import { readFileName } from './jekyll-file'
import { readJekyllSite } from './jekyll-site'
import { type OldPlace, oldAddresses, readingsOf } from './old-addresses'

const site = readJekyllSite('timezone: Asia/Shanghai\nurl: https://finews.withounder.com\n')
const evening = { year: 2022, month: 2, day: 8, hour: 18, minute: 30, second: 0 }
const place: OldPlace = {
  file: readFileName('_posts/2022-02-08-NW202202082269393992.md'),
  categories: ['xinxiangribao'],
  readings: [evening],
  permalink: null,
  slug: null,
  redirectFrom: [],
  broken: false,
}
const addresses = (other: Partial<OldPlace>, config?: string) =>
  oldAddresses({ ...place, ...other }, config === undefined ? site : readJekyllSite(config)).addresses
const at = (path: string) => ({ file: readFileName(path) })

test("the real post's address, with and without .html, and its feed id", () => {
  expect(oldAddresses(place, site)).toEqual({
    addresses: ['/xinxiangribao/2022/02/08/NW202202082269393992.html', '/xinxiangribao/2022/02/08/NW202202082269393992'],
    feedId: 'https://finews.withounder.com/xinxiangribao/2022/02/08/NW202202082269393992',
  })
})

test('a file that was moved to old_post has the address it had in _posts', () => {
  expect(addresses(at('old_post/2022-02-08-NW202202082269393992.md'))).toEqual(addresses({}))
})

test.each(['_posts/-202205262391921712.md', '_drafts/idea.md', '_drafts/2022-02-08-idea.md'])('%s never had one', (path) => {
  expect(oldAddresses({ ...place, ...at(path) }, site)).toEqual({ addresses: [], feedId: null })
})

describe('addresses', () => {
  test.each([
    [
      'two categories',
      { categories: ['21shijijingjibaodao', 'nancailicaitong'], file: readFileName('_posts/2022-02-08-X.md') },
      ['/21shijijingjibaodao/nancailicaitong/2022/02/08/X.html', '/21shijijingjibaodao/nancailicaitong/2022/02/08/X'],
    ],
    [
      'upper case',
      { categories: ['21Tech'], ...at('_posts/2022-02-08-X.md') },
      ['/21tech/2022/02/08/X.html', '/21tech/2022/02/08/X'],
    ],
    [
      'Chinese, decoded',
      { categories: ['时 政'], ...at('_posts/2022-02-08-开门红.md') },
      ['/时 政/2022/02/08/开门红.html', '/时 政/2022/02/08/开门红'],
    ],
    ['an HTML file', { categories: [], ...at('_posts/2022-02-08-a.html') }, ['/2022/02/08/a.html', '/2022/02/08/a']],
    ['front matter slug', { categories: [], slug: 'Open Door' }, ['/2022/02/08/Open-Door.html', '/2022/02/08/Open-Door']],
    ['permalink', { permalink: '/n/:year/:title' }, ['/n/2022/NW202202082269393992', '/n/2022/NW202202082269393992.html']],
    ['permalink of a folder', { permalink: 'about us/' }, ['/about us/', '/about us', '/about us/index.html']],
    ['permalink with encoding', { permalink: '/%E6%96%B0/a%20b.html' }, ['/新/a b.html', '/新/a b']],
    ['permalink with its own extension', { permalink: '/a.xml' }, ['/a.xml']],
    ["the front page is nobody's", { permalink: '/' }, []],
    ['a style is none in front matter', { permalink: 'pretty' }, ['/pretty', '/pretty.html']],
    ['an unknown placeholder', { permalink: '/:nothing' }, []],
  ])('%s', (_, other, expected) => expect(addresses(other)).toEqual(expected))

  test.each([
    [
      'permalink: pretty',
      [
        '/xinxiangribao/2022/02/08/NW202202082269393992/',
        '/xinxiangribao/2022/02/08/NW202202082269393992',
        '/xinxiangribao/2022/02/08/NW202202082269393992/index.html',
      ],
    ],
    [
      'baseurl: /blog\npermalink: none',
      ['/blog/xinxiangribao/NW202202082269393992.html', '/blog/xinxiangribao/NW202202082269393992'],
    ],
    [
      'permalink: /:path/',
      ['/2022-02-08-NW202202082269393992/', '/2022-02-08-NW202202082269393992', '/2022-02-08-NW202202082269393992/index.html'],
    ],
  ])('%j', (config, expected) => expect(addresses({}, config)).toEqual(expected))

  test('redirect_from', () => {
    const redirectFrom = [
      '/old/1',
      'old/2/',
      '/old/3.html',
      'https://finews.zning.me/old/4?x=1',
      'https://other.example/5',
      '',
      '/%E6%97%A7',
    ]
    expect(addresses({ redirectFrom, permalink: '/a.html' })).toEqual([
      ...['/a.html', '/a', '/old/1', '/old/1.html', '/old/2/', '/old/2', '/old/2/index.html', '/old/3.html', '/old/3'],
      ...['/old/4', '/old/4.html', '/旧', '/旧.html'],
    ])
  })

  test('with broken front matter the old site knew neither title nor category', () => {
    expect(addresses({ broken: true, ...at('news/_posts/2022-02-08-X.md'), categories: ['news', 'a'] })).toEqual([
      ...['/news/a/2022/02/08/X.html', '/news/a/2022/02/08/X'],
      ...['/news/2022/02/08/2022-02-08-X.html', '/news/2022/02/08/2022-02-08-X'],
    ])
  })

  test('no more and no longer than is reasonable', () => {
    expect(addresses({ redirectFrom: Array.from({ length: 500 }, (_, index) => `/r/${index}/x.xml`) }).length).toBeLessThan(500)
    expect(addresses({ permalink: `/${'a'.repeat(2000)}` })).toEqual([])
  })
})

describe('days', () => {
  const late = new Date('2022-05-20T18:30:00Z')
  const days = (zone: 'written' | 'utc' | 'site', config = 'timezone: Asia/Shanghai') =>
    readingsOf(late, zone, readJekyllSite(config)).map(({ day }) => day)

  test('an evening without a zone was shown on the next day, and meant for its own', () => {
    expect(days('utc')).toEqual([21, 20])
    expect(addresses({ readings: readingsOf(late, 'utc', site), categories: [], slug: 'x' })).toEqual([
      ...['/2022/05/21/x.html', '/2022/05/21/x', '/2022/05/20/x.html', '/2022/05/20/x'],
    ])
  })

  test('a written zone is exact', () => expect(days('written')).toEqual([21]))
  test('an archive that names no zone may have been built in Greenwich', () => {
    expect(days('written', '')).toEqual([21, 20])
    expect(days('site', '')).toEqual([21])
  })
})

test.each([
  [
    'url: https://News.example/\nbaseurl: /b',
    { categories: ['时政'], slug: 'Open Door' },
    'https://news.example/b/%E6%97%B6%E6%94%BF/2022/02/08/Open%20Door',
  ],
  ['url: https://news.example\npermalink: pretty', {}, 'https://news.example/xinxiangribao/2022/02/08/NW202202082269393992'],
  ['url: https://news.example/sub', { permalink: '/x' }, 'https://news.example/sub/NW202202082269393992'],
  ['', {}, null],
])('feed id, %j', (config, other, expected) => {
  expect(oldAddresses({ ...place, ...other }, readJekyllSite(config)).feedId).toBe(expected)
})
