import { describe, expect, it } from 'vitest'
import { parseHtml } from '@/newsroom/html/html-tree'
import { semanticBlocks } from '@/newsroom/html/semantic-html'
import { renderMarkdown } from '@/newsroom/kramdown/kramdown'
import { isBackLink } from './back-links'
import { linksOfLine } from './link-lines'
import { readShareLink } from './share-link'

function linksOf(html: string) {
  const [block] = semanticBlocks(parseHtml(html), { images: [], centred: new Set(), embeds: [] })
  return block === undefined ? null : linksOfLine(block)
}

describe('the five dialects of back links', () => {
  it.each([
    '[返回东财滚动新闻](../emnews/)\n[返回首页](../)',
    '[返回东财滚动新闻](//finews.zning.me/emnews/)\n[返回首页](//finews.zning.me/)',
    '[返回江海日报新闻](//finews.withounder.com/category/jianghairibao.html)｜[返回首页](//finews.withounder.com/)',
    '[返回江海日报新闻](//news.example/jianghairibao/)｜[返回首页](//news.example/)',
    '[返回江海日报新闻](https://news.example/category/jianghairibao.html) | [返回首页](https://news.example)',
    '[返回江海APP新闻](//news.example/category/jianghairibao  jianghaiAPP.html)｜[返回首页](//news.example/)',
    '[返回安信新闻](//news.example/category/anxin(xianggang).html)｜[返回首页](//news.example/)',
  ])('%s', (source) => {
    const links = linksOf(renderMarkdown(source))
    expect(links).toHaveLength(2)
    expect(links?.every(isBackLink)).toBe(true)
  })

  it('as plain HTML shows them', () => {
    expect(
      linksOf('<p>[返回江海日报新闻](//news.example/jianghairibao/)｜[返回首页](//news.example/)</p>')?.every(isBackLink),
    ).toBe(true)
  })

  it.each([
    { text: '返回首页', href: 'https://other.example/2022/02/08/article.html' },
    { text: '首页', href: '//news.example/' },
    { text: '返回大气层 的火箭', href: '../' },
  ])('$text $href is none', (link) => expect(isBackLink(link)).toBe(false))
})

describe('a line of links', () => {
  it('holds nothing else', () => {
    expect(linksOf('<p>见<a href="/a">甲</a></p>')).toBeNull()
    expect(linksOf('<ul><li><a href="/a">甲</a></li></ul>')).toBeNull()
    expect(linksOf('<p><strong><a href="/a">甲</a></strong>｜<a href="/b">乙</a></p>')).toEqual([
      { text: '甲', href: '/a' },
      { text: '乙', href: '/b' },
    ])
  })

  it('may hold none: an empty share link', () => expect(linksOf('<p>&lt;&gt;</p>')).toEqual([]))
})

describe('share links', () => {
  it.each([
    ['http://share.example/html_News/NewsShare.html?infoCode=NW202202082269393992', 'NW202202082269393992', false],
    ['//share.example/html_News/NewsShare.html?a=1&infocode=nw202202082269393992&b', 'NW202202082269393992', false],
    ['http://finance.eastmoney.com/news/1345,202205262391921712.html', '202205262391921712', true],
    ['https://finance.eastmoney.com/a/202205262391921712.html', '202205262391921712', true],
    ['http://finance.jianghai.example/news/1345,202205262391921712.html', '202205262391921712', true],
  ])('%s', (href, externalId, rolling) => {
    expect(readShareLink({ text: href, href })).toEqual({ externalId, rolling, sourceUrl: href.replace(/^\/\//, 'https://') })
  })

  it.each([
    'http://share.example/html_News/NewsShare.html?infoCode=',
    'http://share.example/NewsShare.html?infoCode=NW202202082269393992',
    'http://noteastmoney.com/news/202205262391921712.html',
    'javascript:alert(1)//html_News/NewsShare.html?infoCode=NW202202082269393992',
  ])('%s is none', (href) => expect(readShareLink({ text: href, href })).toBeNull())
})
