import { expect, test } from 'vitest'
import { writeAtom } from './atom'
import { type FeedOptions, feedPath, toFeed } from './feed'
import { article, ofYaowen, site } from './feed-fixture'
import { entryId } from './feed-id'
import { writeJsonFeed } from './json-feed'
import { rfc822, writeRss } from './rss'

const plain: FeedOptions = { text: 'full', hub: undefined, before: null, older: null }
const feedOf = (options: Partial<FeedOptions> = {}) => toFeed(ofYaowen, [article], site, { ...plain, ...options })

test('an entry tells what the page tells, and was updated when it was corrected', () => {
  const [entry] = feedOf().entries
  expect(entry).toMatchObject({
    url: 'https://news.example/2022/02/08/k3m9q0w2xz',
    summary: '入夜之后的新乡 & 灯火。 更正（2022年2月10日）：误：三棵柳树；正：一棵柳树',
    updatedAt: new Date('2022-02-10T01:00:00Z'),
    authors: [{ name: '李明' }, { name: '王芳' }],
    contributors: ['赵一', '钱二'],
    categories: [
      { name: '要闻', scheme: 'https://news.example/category/' },
      { name: '夜市', scheme: 'https://news.example/tag/' },
    ],
    original: { name: '新乡日报', url: 'https://xx.example/a.html?x=1&y=2' },
    picture: { url: 'https://news.example/media/cd/cd-1600.webp', type: 'image/webp' },
  })
})

test('the text is whole, its addresses absolute, one size of each picture, nobody forgotten', () => {
  expect(feedOf().entries[0]?.contentHtml).toBe(
    '<p><strong>更正（2022年2月10日）：误：三棵柳树；正：一棵柳树</strong></p>' +
      '<p><em>本文写作使用了人工智能（AI）辅助。</em></p>' +
      '<p><strong>夜市灯火到凌晨。</strong></p>' +
      '<figure><img src="https://news.example/media/cd/cd-1600.webp" width="1600" height="1067" alt="夜市"><figcaption>夜市一角　赵一 摄</figcaption></figure>' +
      '<p><span>本报讯　</span>入夜 &#x26; <a href="https://news.example/2022/02/07/aaaaaaaaaa?view=elder">前文</a>，注<sup><a href="https://news.example/2022/02/08/k3m9q0w2xz#fn-1" id="fn-back-1">1</a></sup>]]></p>' +
      '<figure><img src="https://news.example/media/ab/b-800.webp" alt="图" width="800" height="500"></figure>' +
      '<p>记者 李明　通讯员 王芳　摄影 赵一　责任编辑 钱二　本文转载自新乡日报，版权归原作者和原发媒体所有。　原标题：新乡夜市</p>' +
      '<p><a href="https://xx.example/a.html?x=1&#x26;y=2">查看原文</a></p>',
  )
})

test('an imported article keeps the id the old feed gave; any other keeps its own, whatever becomes of date and address', () => {
  const kept = 'https://finews.example/xinxiangribao/2022/02/08/NW2022'
  expect(toFeed(ofYaowen, [{ ...article, feedId: kept }], site, plain).entries[0]?.id).toBe(kept)
  const moved = toFeed(ofYaowen, [{ ...article, publishedAt: new Date(0) }], { ...site, url: 'https://new.example' }, plain)
  expect(moved.entries[0]?.id).toBe(entryId('k3m9q0w2xz'))
  expect(entryId('k3m9q0w2xz')).toBe('urn:uuid:8dce9895-68dc-5311-8a0f-b08c5746945c')
  expect(entryId('k3m9q0w2xz')).not.toBe(entryId('k3m9q0w2xy'))
})

test('a page leads to the first and the next; its feed stays the same one', () => {
  const page = feedOf({ before: 'kz1m3x0a-9f3k2m8p1q', older: 'kz1m3x0a-9f3k2m8p1r', hub: 'https://hub.example/' })
  expect(page.hub).toBeNull()
  expect(page.id).toBe('https://news.example/category/yaowen/feed.xml')
  expect(page.urls.rss).toEqual({
    first: 'https://news.example/category/yaowen/rss.xml',
    self: 'https://news.example/category/yaowen/rss.xml?before=kz1m3x0a-9f3k2m8p1q',
    next: 'https://news.example/category/yaowen/rss.xml?before=kz1m3x0a-9f3k2m8p1r',
  })
  expect(writeAtom(page)).toContain(
    '<link rel="next" type="application/atom+xml" href="https://news.example/category/yaowen/feed.xml?before=kz1m3x0a-9f3k2m8p1r" />',
  )
  expect(feedPath('/', 'json')).toBe('/feed.json')
})

test('Atom', () => {
  const atom = writeAtom(feedOf({ hub: 'https://hub.example/', text: 'summary' }))
  expect(atom.split(/\n|(?<=>)(?=<)/).map((line) => line.replace(/&#x26;/g, '&'))).toMatchInlineSnapshot(`
    [
      "<?xml version="1.0" encoding="utf-8"?>",
      "<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="zh-Hans">",
      "<id>https://news.example/category/yaowen/feed.xml</id>",
      "<title>要闻_大报</title>",
      "<subtitle>大报“要闻”栏目的全部报道。</subtitle>",
      "<updated>2022-02-10T09:00:00+08:00</updated>",
      "<author>",
      "<name>大报</name>",
      "<uri>https://news.example/</uri>",
      "</author>",
      "<icon>https://news.example/icon-512.png</icon>",
      "<link rel="alternate" type="text/html" href="https://news.example/category/yaowen" />",
      "<link rel="self" type="application/atom+xml" href="https://news.example/category/yaowen/feed.xml" />",
      "<link rel="hub" href="https://hub.example/" />",
      "<entry>",
      "<id>urn:uuid:8dce9895-68dc-5311-8a0f-b08c5746945c</id>",
      "<title>新乡 &#x3C;b>夜经济&#x3C;/b> & ]]&gt; 升温</title>",
      "<link rel="alternate" type="text/html" href="https://news.example/2022/02/08/k3m9q0w2xz" />",
      "<link rel="via" href="https://xx.example/a.html?x=1&y=2" />",
      "<link rel="enclosure" type="image/webp" href="https://news.example/media/cd/cd-1600.webp" />",
      "<published>2022-02-08T10:34:53+08:00</published>",
      "<updated>2022-02-10T09:00:00+08:00</updated>",
      "<author>",
      "<name>李明</name>",
      "</author>",
      "<author>",
      "<name>王芳</name>",
      "</author>",
      "<contributor>",
      "<name>赵一</name>",
      "</contributor>",
      "<contributor>",
      "<name>钱二</name>",
      "</contributor>",
      "<category term="要闻" scheme="https://news.example/category/" />",
      "<category term="夜市" scheme="https://news.example/tag/" />",
      "<summary>入夜之后的新乡 & 灯火。 更正（2022年2月10日）：误：三棵柳树；正：一棵柳树</summary>",
      "<media:content url="https://news.example/media/cd/cd-1600.webp" type="image/webp" medium="image" width="1600" height="1067">",
      "<media:description type="plain">夜市</media:description>",
      "<media:credit>赵一 摄</media:credit>",
      "</media:content>",
      "</entry>",
      "</feed>",
      "",
    ]
  `)
})

test('RSS', () => {
  const rss = writeRss(feedOf({ hub: 'https://hub.example/', text: 'summary' }))
  expect(rss.split(/\n|(?<=>)(?=<)/).map((line) => line.replace(/&#x26;/g, '&'))).toMatchInlineSnapshot(`
    [
      "<?xml version="1.0" encoding="utf-8"?>",
      "<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="zh-Hans">",
      "<channel>",
      "<title>要闻_大报</title>",
      "<link>https://news.example/category/yaowen</link>",
      "<description>大报“要闻”栏目的全部报道。</description>",
      "<language>zh-cn</language>",
      "<lastBuildDate>Thu, 10 Feb 2022 09:00:00 +0800</lastBuildDate>",
      "<atom:link rel="self" type="application/rss+xml" href="https://news.example/category/yaowen/rss.xml" />",
      "<atom:link rel="hub" href="https://hub.example/" />",
      "<item>",
      "<title>新乡 &#x3C;b>夜经济&#x3C;/b> & ]]&gt; 升温</title>",
      "<link>https://news.example/2022/02/08/k3m9q0w2xz</link>",
      "<guid isPermaLink="false">urn:uuid:8dce9895-68dc-5311-8a0f-b08c5746945c</guid>",
      "<pubDate>Tue, 08 Feb 2022 10:34:53 +0800</pubDate>",
      "<atom:updated>2022-02-10T09:00:00+08:00</atom:updated>",
      "<dc:creator>李明</dc:creator>",
      "<dc:creator>王芳</dc:creator>",
      "<dc:contributor>赵一</dc:contributor>",
      "<dc:contributor>钱二</dc:contributor>",
      "<category domain="https://news.example/category/">要闻</category>",
      "<category domain="https://news.example/tag/">夜市</category>",
      "<dc:source>https://xx.example/a.html?x=1&y=2</dc:source>",
      "<description>入夜之后的新乡 &amp; 灯火。 更正（2022年2月10日）：误：三棵柳树；正：一棵柳树</description>",
      "<media:content url="https://news.example/media/cd/cd-1600.webp" type="image/webp" medium="image" width="1600" height="1067">",
      "<media:description type="plain">夜市</media:description>",
      "<media:credit>赵一 摄</media:credit>",
      "</media:content>",
      "</item>",
      "</channel>",
      "</rss>",
      "",
    ]
  `)
})

test('JSON Feed 1.1', () => {
  expect(JSON.parse(writeJsonFeed(feedOf({ hub: 'https://hub.example/', text: 'summary' })))).toMatchInlineSnapshot(`
    {
      "authors": [
        {
          "name": "大报",
          "url": "https://news.example/",
        },
      ],
      "description": "大报“要闻”栏目的全部报道。",
      "feed_url": "https://news.example/category/yaowen/feed.json",
      "home_page_url": "https://news.example/category/yaowen",
      "hubs": [
        {
          "type": "WebSub",
          "url": "https://hub.example/",
        },
      ],
      "icon": "https://news.example/icon-512.png",
      "items": [
        {
          "authors": [
            {
              "name": "李明",
            },
            {
              "name": "王芳",
            },
          ],
          "content_text": "入夜之后的新乡 & 灯火。 更正（2022年2月10日）：误：三棵柳树；正：一棵柳树",
          "date_modified": "2022-02-10T09:00:00+08:00",
          "date_published": "2022-02-08T10:34:53+08:00",
          "external_url": "https://xx.example/a.html?x=1&y=2",
          "id": "urn:uuid:8dce9895-68dc-5311-8a0f-b08c5746945c",
          "image": "https://news.example/media/cd/cd-1600.webp",
          "summary": "入夜之后的新乡 & 灯火。 更正（2022年2月10日）：误：三棵柳树；正：一棵柳树",
          "tags": [
            "要闻",
            "夜市",
          ],
          "title": "新乡 <b>夜经济</b> & ]]> 升温",
          "url": "https://news.example/2022/02/08/k3m9q0w2xz",
        },
      ],
      "language": "zh-Hans",
      "title": "要闻_大报",
      "version": "https://jsonfeed.org/version/1.1",
    }
  `)
  expect(JSON.parse(writeJsonFeed(feedOf())).items[0]).not.toHaveProperty('content_text')
})

test('an empty feed is still a feed', () => {
  const empty = toFeed(ofYaowen, [], site, plain)
  expect(empty.updatedAt).toEqual(new Date(0))
  expect(writeAtom(empty)).toContain('<updated>1970-01-01T08:00:00+08:00</updated>')
})

test('dates of RSS are RFC 822’s, in the newspaper’s zone', () => {
  expect(rfc822(new Date('2022-02-07T18:34:53Z'), 'Asia/Shanghai')).toBe('Tue, 08 Feb 2022 02:34:53 +0800')
  expect(rfc822(new Date('1890-01-01T00:00:00Z'), 'Asia/Shanghai')).toBe('Wed, 01 Jan 1890 00:00:00 +0000')
})
