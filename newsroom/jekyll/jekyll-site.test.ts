import { describe, expect, test } from 'vitest'
import { readJekyllSite } from './jekyll-site'

test("the news archive's own configuration", () => {
  const config = 'theme: jekyll-theme-minimal\ntimezone: Asia/Shanghai\nurl: https://finews.withounder.com\n'
  expect(readJekyllSite(config)).toEqual({
    url: 'https://finews.withounder.com',
    baseurl: '',
    timeZone: 'Asia/Shanghai',
    timeZoneKnown: true,
    permalink: '/:categories/:year/:month/:day/:title:output_ext',
    future: false,
    unpublished: false,
    language: null,
    knownHosts: ['finews.withounder.com', 'finews.zning.me'],
    collectionsDir: '',
    defaults: [],
    warnings: [],
  })
})

test('a folder without _config.yml takes the usual zone', () => {
  expect(readJekyllSite(null)).toMatchObject({ url: '', timeZone: 'Asia/Shanghai', timeZoneKnown: false, warnings: [] })
  expect(readJekyllSite(null, { usualTimeZone: 'Europe/Berlin' })).toMatchObject({
    timeZone: 'Europe/Berlin',
    timeZoneKnown: false,
  })
})

test('a zone from the command line beats the archive', () => {
  expect(readJekyllSite('timezone: UTC', { timeZone: 'Asia/Tokyo' })).toMatchObject({
    timeZone: 'Asia/Tokyo',
    timeZoneKnown: true,
  })
})

test('an unknown zone is UTC, as on the old site, and said', () => {
  expect(readJekyllSite('timezone: Beijing')).toMatchObject({
    timeZone: 'UTC',
    warnings: ['timezone: Beijing is no time zone; UTC was used, as Jekyll does'],
  })
})

test.each([
  ['url: "https://News.example/"\nbaseurl: blog/', { url: 'https://News.example', baseurl: '/blog' }],
  ['url: ""\nbaseurl: "/"', { url: '', baseurl: '' }],
  ['url: javascript:alert(1)', { url: '' }],
  ['future: true', { future: true }],
  ['future: "no"\nunpublished: yes', { future: false, unpublished: true }],
  ['lang: en', { language: 'en' }],
  ['locale: zh_CN', { language: 'zh_CN' }],
  ['collections_dir: /my/', { collectionsDir: 'my' }],
])('%s', (config, expected) => expect(readJekyllSite(config)).toMatchObject(expected))

test('hosts are those of the url, of CNAME and the former ones', () => {
  expect(readJekyllSite('url: https://News.example:8080', { hosts: ['WWW.news.example\n', ''] }).knownHosts).toEqual([
    'news.example:8080',
    'www.news.example',
    'finews.zning.me',
    'finews.withounder.com',
  ])
})

describe('permalink', () => {
  test.each([
    ['permalink: pretty', '/:categories/:year/:month/:day/:title/'],
    ['permalink: none', '/:categories/:title:output_ext'],
    ['permalink: ordinal', '/:categories/:year/:y_day/:title:output_ext'],
    ['permalink: weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
    ['permalink: /:year/:title', '/:year/:title'],
    ['permalink: constructor', 'constructor'],
    ['permalink: pretty\ncollections:\n  posts:\n    permalink: /n/:title', '/n/:title'],
  ])('%s', (config, template) => expect(readJekyllSite(config).permalink).toBe(template))
})

test('defaults', () => {
  const config =
    'defaults:\n  - scope: { path: "", type: posts }\n    values: { layout: post, categories: news }\n  - scope: x\n  - nothing\n'
  expect(readJekyllSite(config)).toMatchObject({
    defaults: [
      {
        path: '',
        type: 'posts',
        values: new Map([
          ['layout', 'post'],
          ['categories', 'news'],
        ]),
      },
    ],
    warnings: Array(2).fill('defaults: an entry without values was passed over'),
  })
})

test('a broken configuration is read line by line', () => {
  expect(readJekyllSite('\ufefftitle: a: b\r\ntimezone: Asia/Tokyo\r\n')).toMatchObject({
    timeZone: 'Asia/Tokyo',
    warnings: ['_config.yml is not YAML (Nested mappings are not allowed in compact mappings); read line by line'],
  })
})
