import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { readBody } from './article-body'
import type { BodyContext } from './imported-post'
import { readJekyllSite } from './jekyll-site'

const context: BodyContext = {
  format: 'markdown',
  site: readJekyllSite('url: https://finews.withounder.com\n'),
  path: '_posts/2022-02-08-NW202202082269393992.md',
  outlet: '江海日报',
  postUrl: (name) => (name === '2022-02-08-a' ? '/jianghairibao/2022/02/08/a.html' : null),
}
const read = (source: string, more: Partial<BodyContext> = {}) => readBody(source, { ...context, ...more })

describe('a media post', () => {
  const body = read(
    '<p>　　本报讯（江海日报全媒体记者 焦小亮 通讯员 李　明）2月8日，江海市召开项目推进会，*全市*各部门参加。</p>\n' +
      ' <p><strong>开工项目四十个</strong></p>\n <p>会议指出，今年开工项目四十个。</p><p class="em_media">（文章来源：江海日报）</p>\n\n' +
      '<http://share.example/html_News/NewsShare.html?infoCode=NW202202082269393992>\n\n' +
      '[返回江海日报新闻](//finews.withounder.com/category/jianghairibao.html)｜[返回首页](//finews.withounder.com/)',
  )

  it('is its text and nothing of the page around it', () => {
    expect(body.bodyHtml).toBe(
      '<p>本报讯（江海日报全媒体记者 焦小亮 通讯员 李　明）2月8日，江海市召开项目推进会，*全市*各部门参加。</p>' +
        '<h2>开工项目四十个</h2><p>会议指出，今年开工项目四十个。</p>',
    )
    expect(body.plainText.split('\n\n')).toHaveLength(3)
    expect(body.characterCount).toBe(68)
  })

  it('tells what stood around it', () => {
    expect(body).toMatchObject({
      source: '江海日报',
      sourceUrl: 'http://share.example/html_News/NewsShare.html?infoCode=NW202202082269393992',
      externalId: 'NW202202082269393992',
      bylines: [
        { name: '焦小亮', role: 'reporter' },
        { name: '李明', role: 'correspondent' },
      ],
      firstBold: '开工项目四十个',
      standfirst: null,
      notes: [],
      sanitizerVersion: 2,
    })
  })
})

describe('rolling news', () => {
  const body = read(
    '> 江海股份公告，拟投资十亿元。\n\n<p>【江海股份：拟投资十亿元】江海股份公告，拟投资<a href="//finews.zning.me/emnews/2022/05/25/1.html">十亿元</a>。（北原社）</p>\n\n' +
      '<http://finance.eastmoney.com/news/1345,202205262391921712.html>\n\n[返回东财滚动新闻](../emnews/)\n[返回首页](../)',
    { outlet: null },
  )

  it('has its digest as standfirst, its source in its last words', () => {
    expect(body).toMatchObject({
      standfirst: '江海股份公告，拟投资十亿元。',
      source: '北原社',
      externalId: '202205262391921712',
      sourceUrl: 'http://finance.eastmoney.com/news/1345,202205262391921712.html',
    })
  })

  it('links to the archive by paths', () => {
    expect(body.bodyHtml).toBe(
      '<p>【江海股份：拟投资十亿元】江海股份公告，拟投资<a href="/emnews/2022/05/25/1.html">十亿元</a>。</p>',
    )
  })

  it('takes the lines that continue a digest', () => {
    expect(read('> 摘要一，\n摘要二。\n<p>正文</p>')).toMatchObject({ standfirst: '摘要一，摘要二。', bodyHtml: '<p>正文</p>' })
  })
})

describe('odd bodies', () => {
  it('empty', () => {
    expect(read('\n\n<>\n\n[返回江海日报新闻](//a.example/jianghairibao/)｜[返回首页](//a.example/)')).toMatchObject({
      bodyHtml: '',
      plainText: '',
      characterCount: 0,
      externalId: null,
      source: null,
    })
    expect(read('').bodyHtml).toBe('')
    expect(read('> ').standfirst).toBeNull()
  })

  it('text and tags on one line', () => {
    expect(read('江海市今天<p>开会 <div>讨论<b>项目</b></p>').bodyHtml).toBe(
      '<p>江海市今天</p><p>开会</p><p>讨论<strong>项目</strong></p>',
    )
  })

  it('tags inside the name of the source', () => {
    const line =
      '<p>文</p><p class="em_media">（文章来源：上海<span id="stock_1.600160"><a class="keytip" href="http://quote.example/">证券</a></span><span id="quote_1"></span>报）</p>'
    expect(read(line)).toMatchObject({ source: '上海证券报', bodyHtml: '<p>文</p>' })
  })

  it('a source with a link of its own, and an editor', () => {
    expect(read('<p>文</p><p>来源：<a href="http://b.example/1.html">北原晚报</a>　责任编辑：张三</p>')).toMatchObject({
      source: '北原晚报',
      sourceUrl: 'http://b.example/1.html',
      bodyHtml: '<p>文</p>',
    })
    expect(read('<p>文</p><p>[责任编辑：张三]</p>')).toMatchObject({
      bodyHtml: '<p>文</p>',
      bylines: [{ name: '张三', role: 'editor' }],
    })
  })

  it('a table with footnotes below it', () => {
    const body = read('数据见表[^1]。\n\n|品种|价格|\n|---|---|\n|小麦|1.2|\n\n[^1]: 单位：元\n\n（文章来源：江海日报）')
    expect(body.source).toBe('江海日报')
    expect(body.bodyHtml).toContain('<thead><tr><th scope="col">品种</th>')
    expect(body.bodyHtml).toContain('<ol class="footnotes"><li id="fn-1">')
  })

  it('`<>` and `<script>` as text, `{{ x }}` literally', () => {
    const body = read('若 a <> b，见 `<script>`{: .x} 与 {{ page.title }}。\n\n![<script>](/a.png "</script>")')
    expect(body.bodyHtml).toBe(
      '<p>若 a &lt;> b，见 <code>&lt;script></code> 与 {{ page.title }}。</p><figure data-picture="0"><figcaption>&lt;/script></figcaption></figure>',
    )
    expect(body.pictures).toEqual([{ src: 'a.png', alt: '<script>', local: true }])
    expect(body.notes).toMatchObject([{ field: 'body', guess: '', line: 1, rescue: false }])
  })

  it('addresses in angle brackets within HTML are text', () => {
    expect(read('<p>见<http://a.example/b>页</p>').bodyHtml).toBe('<p>见&lt;http://a.example/b>页</p>')
  })

  it('plain HTML is not read as Markdown', () => {
    expect(read('<p>*甲*</p>\n*乙*\n\n> 丙', { format: 'html' }).bodyHtml).toBe(
      '<p>*甲*</p><p>*乙*\n\n> 丙</p>'.replace('\n\n', ' '),
    )
  })

  it('a quotation of several paragraphs is text', () => {
    expect(read('> 甲\n>\n> 乙\n\n丙')).toMatchObject({
      standfirst: null,
      bodyHtml: '<blockquote><p>甲</p><p>乙</p></blockquote><p>丙</p>',
    })
  })

  it('tags of word processors go', () => expect(read('甲<o:p></o:p>乙').bodyHtml).toBe('<p>甲乙</p>'))
})

describe('links', () => {
  it('of a reprint vouch for nothing', () => {
    const link = '[甲](http://a.example/) [乙](/b.html) [丙](javascript:alert(1)) [丁]({% post_url 2022-02-08-a %})'
    expect(read(link).bodyHtml).toBe(
      '<p><a href="http://a.example/" rel="noopener nofollow">甲</a> <a href="/b.html">乙</a> 丙 <a href="/jianghairibao/2022/02/08/a.html">丁</a></p>',
    )
    expect(read('[甲](http://a.example/)', { outlet: null }).bodyHtml).toBe(
      '<p><a href="http://a.example/" rel="noopener">甲</a></p>',
    )
  })
})

describe('pictures', () => {
  it('are numbered, those without an address are told', () => {
    const body = read(
      '<p>甲</p><p><img src="http://dfscdn.example/a_w800h555.jpg" alt="Image"></p><p>图片来源：乙</p>' +
        '<img src="data:image/png;base64,AA"><p><img src="/images/会.jpg" alt="会场" title="会场全景"></p>',
    )
    expect(body.bodyHtml).toBe(
      '<p>甲</p><figure data-picture="0"><figcaption>图片来源：乙</figcaption></figure><figure data-picture="1"><figcaption>会场全景</figcaption></figure>',
    )
    expect(body.pictures).toEqual([
      { src: 'http://dfscdn.example/a_w800h555.jpg', alt: '', local: false },
      { src: 'images/会.jpg', alt: '会场', local: true },
    ])
    expect(body.notes).toHaveLength(1)
  })

  it('in cells are numbered, too', () => {
    expect(read('<table><tr><td><img src=a.png></td><td>甲</td></tr></table>').bodyHtml).toContain(
      '<td><figure data-picture="0"></figure></td>',
    )
  })
})

it('any text comes out clean, is the same when cleaned again, and no reading throws', () => {
  const part = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<table>',
      '<tr>',
      '<td>',
      '<b>',
      '</b>',
      '<a href="javascript:1">',
      '</a>',
      '<img src=a>',
      '<center>',
    ],
    ...[
      '<br>',
      '<h1>',
      '<li>',
      '<ul>',
      '</ul>',
      '<blockquote>',
      '<pre>',
      '<ruby>',
      '<rt>',
      '<svg>',
      '<figure>',
      '<figcaption>',
      '<font>',
      '<!--',
    ],
    ...[
      '-->',
      '<http://a.b>',
      '[^1]',
      '\n[^1]: 注\n',
      '\n\n',
      '\n',
      '> ',
      '- ',
      '# ',
      '|甲|乙|\n',
      '```\n',
      '    ',
      '　　',
      '**',
      '_',
      '`',
      '{: .x}',
    ],
    ...[
      '{% raw %}',
      '{{ x }}',
      '{% endraw %}',
      '（文章来源：甲报）',
      '（记者 张三）',
      '图片来源：',
      '文字',
      '。',
      ' ',
      '\u0000',
      '\r',
      '<p markdown="1">',
    ],
    ...[
      '\n: ',
      '<details>',
      '<summary>',
      '<dl>',
      '<dt>',
      '<dd>',
      '<caption>',
      '<object>',
      '</object>',
      '&lt;',
      '\ufdd00\ufdd1',
      '[返回首页](../)',
    ],
  )
  const source = fc.oneof(
    { weight: 9, arbitrary: fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')) },
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(source, fc.constantFrom('markdown' as const, 'html' as const), (text, format) => {
      const { bodyHtml, pictures } = read(text, { format })
      expect(cleanHtml(bodyHtml)).toBe(bodyHtml)
      expect(bodyHtml.match(/data-picture=/g)?.length ?? 0).toBe(pictures.length)
      expect(bodyHtml).not.toMatch(/<img|<h1|<p><\/p>|<p>[\s　]/)
    }),
    { numRuns: 1000 },
  )
})

it.each([
  ['HTML', `<p>${'江海市今天，'.repeat(200)}</p>\n`],
  ['Markdown', `${`*江海*市今天[开会](http://a.example/)。${'讨论项目，'.repeat(40)}`.repeat(4)}\n\n`],
])('3 MB of %s are read to the end', { timeout: 30_000 }, (_, paragraph) => {
  const source = paragraph.repeat(Math.ceil(3_000_000 / new TextEncoder().encode(paragraph).length))
  expect(read(source).plainText.split('江海')).toHaveLength(source.split('江海').length)
})
