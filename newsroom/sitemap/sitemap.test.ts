import { expect, test } from 'vitest'
import type { Site } from '@/newsroom/site'
import { newsLanguage, writeNewsSitemap, writeSitemap, writeSitemapIndex } from './sitemap'

const site: Site = { name: '大报 & 晚报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const changedAt = new Date('2022-02-08T02:34:53Z')
const path = '/2022/02/08/k3m9q0w2xz'

test('the index names each part and when it last changed, where that is known', () => {
  const parts = [
    { path: '/sitemap/2022-02.xml', changedAt },
    { path: '/sitemap/tag-1.xml', changedAt: null },
  ]
  expect(writeSitemapIndex(parts, site)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
      '<sitemap><loc>https://news.example/sitemap/2022-02.xml</loc><lastmod>2022-02-08T10:34:53+08:00</lastmod></sitemap>' +
      '<sitemap><loc>https://news.example/sitemap/tag-1.xml</loc></sitemap></sitemapindex>\n',
  )
})

test('a part names addresses with their first picture', () => {
  expect(
    writeSitemap(
      [
        { path, changedAt, image: '/media/ab/a-1600.webp' },
        { path: '/category/a%20b', changedAt: null },
      ],
      site,
    ),
  ).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">' +
      '<url><loc>https://news.example/2022/02/08/k3m9q0w2xz</loc><lastmod>2022-02-08T10:34:53+08:00</lastmod>' +
      '<image:image><image:loc>https://news.example/media/ab/a-1600.webp</image:loc></image:image></url>' +
      '<url><loc>https://news.example/category/a%20b</loc></url></urlset>\n',
  )
})

test('the news sitemap names publication, time and headline', () => {
  const news = writeNewsSitemap([{ path, changedAt, headline: '升温 <b>', publishedAt: changedAt, language: 'zh-CN' }], site)
  expect(news).toContain(
    '<news:news><news:publication><news:name>大报 &#x26; 晚报</news:name><news:language>zh-cn</news:language></news:publication>' +
      '<news:publication_date>2022-02-08T10:34:53+08:00</news:publication_date><news:title>升温 &#x3C;b></news:title></news:news></url>',
  )
})

test.each([
  ['zh-CN', 'zh-cn'],
  ['zh-Hant-HK', 'zh-tw'],
  ['en-GB', 'en'],
])('%s is %s to Google', (language, expected) => expect(newsLanguage(language)).toBe(expected))
