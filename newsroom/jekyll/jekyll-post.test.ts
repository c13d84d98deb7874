import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportedPost } from './imported-post'
import { type PostFile, readPost } from './jekyll-post'
import { readJekyllSite } from './jekyll-site'

/** The golden set: one post of each form and each irregularity of the archive, in words of our own. */

const site = readJekyllSite('timezone: Asia/Shanghai\nurl: https://finews.withounder.com\n')
const now = new Date('2026-11-24T00:00:00Z')

function read(path: string, text: string, config = site, findPost?: (name: string) => PostFile | null): ImportedPost {
  const post = readPost({ path, text }, config, now, findPost)
  if ('reason' in post) throw new Error(`${path}, line ${post.line}: ${post.reason}`)
  return post
}

const rescues = (post: ImportedPost) =>
  post.notes.filter(({ rescue }) => rescue).map(({ field, guess, line }) => [line, field, guess])

/** A post of the wire's media columns, form B of the archive. */
const media = (front: string, body: string, code = 'NW202203152269000001', place = '河湾日报') =>
  `---\nlayout: post\n${front}\n---\n${body}\n\n<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code}>\n\n` +
  `[返回${place}新闻](//finews.withounder.com/category/hewanribao.html)｜[返回首页](//finews.withounder.com/)`

const FRONT = 'title: "河湾新桥“七一”通车"\ndate: 2022-03-15 09:20:31 +0800\ncategories: hewanribao\ntags: 河湾日报新闻'
const BODY =
  '<p>本报讯 (河湾日报记者林小雨)3月15日，河湾新桥主跨合龙。</p>\n <p>大桥全长一千二百米。</p><p class="em_media">（文章来源：河湾日报）</p>'
const PATH = '_posts/2022-03-15-NW202203152269000001.md'

test('B: a media post', () => {
  const post = read(PATH, media(FRONT, BODY))
  expect(post).toMatchObject({
    path: PATH,
    externalId: 'NW202203152269000001',
    publication: 'live',
    publishedAt: new Date('2022-03-15T01:20:31Z'),
    type: 'reprint',
    language: 'zh-CN',
    headline: '河湾新桥“七一”通车',
    kicker: null,
    subhead: null,
    standfirst: null,
    categories: [{ archiveName: 'hewanribao', name: '河湾日报' }],
    tags: [],
    source: '河湾日报',
    sourceUrl: 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203152269000001',
    bylines: [{ name: '林小雨', role: 'reporter' }],
    oldAddresses: ['/hewanribao/2022/03/15/NW202203152269000001.html', '/hewanribao/2022/03/15/NW202203152269000001'],
    feedId: 'https://finews.withounder.com/hewanribao/2022/03/15/NW202203152269000001',
    pictures: [],
    notes: [],
  })
  expect(post.plainText).toContain('大桥全长一千二百米。')
  expect(post.plainText).not.toMatch(/返回|infoCode|文章来源/)
  expect(post.bodyHtml).not.toMatch(/em_media|zning|withounder/)
  expect(post.sourceText.startsWith('<p>本报讯')).toBe(true)
})

test('A: a post of the rolling news', () => {
  const text =
    '---\nlayout: post\ntitle: "麦田返青：农户忙春管"\ndate: 2022-05-20 18:05:00 +0800\ncategories: emnews\ntags: 东财滚动新闻\n---\n' +
    '> 中部麦区返青，农户抢抓农时。\n\n<p>【麦田返青】中部麦区返青，农户抢抓农时。今年雨水好于往年。（河湾社）</p>\n\n' +
    '<http://finance.eastmoney.com/news/1355,202205202386000001.html>\n\n[返回东财滚动新闻](../emnews/) [返回首页](../)'
  const post = read('_posts/2022-05-20-202205202386000001.md', text)
  expect(post).toMatchObject({
    externalId: '202205202386000001',
    type: 'reprint',
    headline: '麦田返青：农户忙春管',
    standfirst: '中部麦区返青，农户抢抓农时。',
    categories: [{ archiveName: 'emnews', name: '东财滚动新闻' }],
    tags: [],
    sourceUrl: 'http://finance.eastmoney.com/news/1355,202205202386000001.html',
    oldAddresses: ['/emnews/2022/05/20/202205202386000001.html', '/emnews/2022/05/20/202205202386000001'],
  })
  expect(post.plainText).not.toMatch(/返回|eastmoney/)
})

test('B with an empty body', () => {
  expect(read(PATH, media(FRONT, ''))).toMatchObject({
    headline: '河湾新桥“七一”通车',
    plainText: '',
    characterCount: 0,
    externalId: 'NW202203152269000001',
    type: 'reprint',
  })
})

test('an evening without a zone is UTC: shown on the next day, findable by both', () => {
  const post = read(
    '_posts/2021-12-08-NW202112082269000002.md',
    '---\ntitle: 夜\ndate: 2021-12-08 18:39:01\ncategories: a\n---\n夜色。',
  )
  expect(post.publishedAt).toEqual(new Date('2021-12-08T18:39:01Z'))
  expect(post.oldAddresses).toEqual([
    ...['/a/2021/12/09/NW202112082269000002.html', '/a/2021/12/09/NW202112082269000002'],
    ...['/a/2021/12/08/NW202112082269000002.html', '/a/2021/12/08/NW202112082269000002'],
  ])
  expect(post.notes).toMatchObject([{ field: 'date', rescue: false, line: 3 }])
})

test('01:30 without a zone has the day before in New York', () => {
  const text = '---\ntitle: a\ndate: 2021-11-07 01:30:00\n---\nb'
  const newYork = readJekyllSite('timezone: America/New_York')
  expect(read('_posts/2021-11-07-a.md', text, newYork).oldAddresses[0]).toBe('/2021/11/06/a.html')
})

test('a title with raw quotes is rescued with its words', () => {
  const post = read(PATH, media(FRONT.replace('“七一”', '"七一"'), BODY))
  expect(post).toMatchObject({ headline: '河湾新桥"七一"通车', categories: [{ archiveName: 'hewanribao', name: '河湾日报' }] })
  expect(rescues(post)).toEqual([[3, 'title', '河湾新桥"七一"通车']])
  expect(post.oldAddresses).toEqual([
    ...['/hewanribao/2022/03/15/NW202203152269000001.html', '/hewanribao/2022/03/15/NW202203152269000001'],
    ...['/2022/03/15/2022-03-15-NW202203152269000001.html', '/2022/03/15/2022-03-15-NW202203152269000001'],
  ])
})

test('a file name without a date, empty title, empty date, empty link', () => {
  const text =
    '---\nlayout: post\ntitle: ""\ndate:  +0800\ncategories: emnews\ntags: 东财滚动新闻\n---\n> \n\n<p><strong>春耕全面展开</strong></p><p>各地抢抓农时。</p>\n\n<>\n\n' +
    '[返回东财滚动新闻](../emnews/)\n[返回首页](../)'
  const post = read('_posts/-202205262391921712.md', text)
  expect(post).toMatchObject({
    externalId: '202205262391921712',
    publication: 'live',
    publishedAt: new Date('2022-05-25T16:00:00Z'),
    headline: '春耕全面展开',
    oldAddresses: [],
    feedId: null,
    sourceUrl: null,
  })
  expect(rescues(post)).toEqual([
    [4, 'date', '2022-05-25T16:00:00.000Z'],
    [3, 'title', '春耕全面展开'],
  ])
  expect(post.plainText).not.toMatch(/返回|<>/)
})

describe('categories of the archive', () => {
  const filed = (categories: string, tags: string) => {
    const post = read(PATH, media(`title: 河湾\ndate: 2022-03-15 09:20:31 +0800\ncategories: ${categories}\ntags: ${tags}`, BODY))
    return [post.categories.map(({ archiveName, name }) => `${archiveName}=${name}`).join(' '), post.tags, post.oldAddresses[0]]
  }

  test('two, apart by two blanks', () => {
    expect(filed('21hewanbaodao  nanwancailitong', '21河湾报道  南湾财理通新闻')).toEqual([
      '21hewanbaodao=21河湾报道 nanwancailitong=南湾财理通',
      [],
      '/21hewanbaodao/nanwancailitong/2022/03/15/NW202203152269000001.html',
    ])
  })

  test('upper case', () => {
    expect(filed('21Wan', '21Wan新闻')).toEqual(['21Wan=21Wan', [], '/21wan/2022/03/15/NW202203152269000001.html'])
  })

  test('parentheses', () => {
    expect(filed('hewanzhengquan(xianggang)', '河湾证券(香港)新闻')).toEqual([
      'hewanzhengquan(xianggang)=河湾证券(香港)',
      [],
      '/hewanzhengquan(xianggang)/2022/03/15/NW202203152269000001.html',
    ])
  })
})

test('tags inside the name of the source', () => {
  const source =
    '<p>收盘点评。</p><p class="em_media">（文章来源：河湾<span id="stock_1.600000"><a class="keytip" data-code="1">证券</a></span><span id="quote_1"></span>报）</p>'
  const post = read(PATH, media(FRONT, source))
  expect(post.source).toBe('河湾证券报')
  expect(post.plainText).not.toContain('文章来源')
})

test('text and tags on one line keep their words', () => {
  const { plainText } = read(PATH, media(FRONT, '　　大桥通车<p>两岸<div>居民</div>出行便利</p>尾声'))
  for (const words of ['大桥通车', '两岸', '居民', '出行便利', '尾声']) expect(plainText).toContain(words)
})

test('a table stays a table', () => {
  const { bodyHtml } = read(
    PATH,
    media(FRONT, '<table style="width:900px"><tr><td onclick="x()">粮食</td><td>12.5</td></tr></table>'),
  )
  expect(bodyHtml).toMatch(/<table>.*<td>粮食<\/td>.*<td>12\.5<\/td>.*<\/table>/s)
})

test('braces of Liquid stay as text, and are told', () => {
  const post = read(PATH, media(FRONT, '<p>模板写作 {{ page.title }} 即可。</p>'))
  expect(post.plainText).toContain('{{ page.title }}')
  expect(post.notes.some(({ line, rescue }) => !rescue && (line === null || line >= 8))).toBe(true)
})

test('the same article under two names has one external id', () => {
  const rolling = read('_posts/2022-03-15-202203152269000009.md', media(FRONT, BODY))
  expect(rolling.externalId).toBe(read(PATH, media(FRONT, BODY)).externalId)
})

test('the same file in both folders has the same id and addresses', () => {
  const [shown, moved] = [PATH, PATH.replace('_posts', 'old_post')].map((path) => read(path, media(FRONT, BODY)))
  expect(moved).toEqual({ ...shown, path: PATH.replace('_posts', 'old_post') })
})

test('permalink and redirect_from', () => {
  const text =
    '---\ntitle: 河湾\ndate: 2022-03-15\npermalink: /bridge/:title/\nslug: Open\nredirect_from:\n  - /old/1\n  - /旧/2/\n---\n正文。'
  expect(read('_posts/2022-03-15-x.md', text)).toMatchObject({
    type: 'original',
    externalId: null,
    oldAddresses: [
      '/bridge/Open/',
      '/bridge/Open',
      '/bridge/Open/index.html',
      '/old/1',
      '/old/1.html',
      '/旧/2/',
      '/旧/2',
      '/旧/2/index.html',
    ],
    feedId: 'https://finews.withounder.com/bridge/Open',
  })
})

test('CRLF and a byte order mark change nothing but a note', () => {
  const plain = read(PATH, media(FRONT, BODY))
  const windows = read(PATH, `\ufeff${media(FRONT, BODY).replaceAll('\n', '\r\n')}`)
  expect({ ...windows, notes: [] }).toEqual(plain)
  expect(windows.notes).toMatchObject([{ field: 'text', rescue: false, reason: expect.stringContaining('byte order mark') }])
})

test('a body of 3 MB', { timeout: 30_000 }, () => {
  const paragraph = `<p>${'河湾两岸春意渐浓，农户抢抓农时备耕忙。'.repeat(20)}</p>\n`
  const post = read(PATH, media(FRONT, paragraph.repeat(2600)))
  expect(post.characterCount).toBeGreaterThan(900_000)
})

test('no front matter: titled and dated by the file name, as the old site did', () => {
  const post = read('news/_posts/2022-03-15-open-door.markdown', '河湾新桥通车。')
  expect(post).toMatchObject({
    headline: 'Open Door',
    publishedAt: new Date('2022-03-14T16:00:00Z'),
    categories: [{ archiveName: 'news', name: 'news' }],
    oldAddresses: ['/news/2022/03/15/open-door.html', '/news/2022/03/15/open-door'],
  })
  expect(rescues(post)).toEqual([[null, 'title', 'Open Door']])
})

test('front matter in JavaScript is text', () => {
  const post = read('_posts/2022-03-15-a.md', '---js\n{ title: globalThis.ran = true }\n---\n正文。')
  expect(globalThis).not.toHaveProperty('ran')
  expect(post.plainText).toContain('globalThis.ran')
})

describe('what readers see of it', () => {
  const shown = (path: string, yaml: string, config = '') =>
    read(path, `---\ntitle: a\n${yaml}\n---\nb`, readJekyllSite(config)).publication
  const dated = '_posts/2022-03-15-a.md'
  test.each([
    [dated, '', '', 'live'],
    ['old_post/2022-03-15-a.md', '', '', 'live'],
    ['2022-03-15-a.md', '', '', 'live'],
    [dated, 'published: false', '', 'unpublished'],
    [dated, 'published: no', '', 'unpublished'],
    [dated, 'published:', '', 'unpublished'],
    [dated, 'published: true', '', 'live'],
    [dated, 'published: false', 'unpublished: true', 'live'],
    ['_drafts/a.md', '', '', 'unpublished'],
    ['_drafts/a.md', 'date: 2022-03-15', '', 'unpublished'],
    [dated, 'date: 2030-01-01', '', 'scheduled'],
    [dated, 'date: 2030-01-01', 'future: true', 'scheduled'],
    ['_posts/2030-01-01-a.md', '', '', 'scheduled'],
    [dated, '', 'defaults: [{ scope: { path: "" }, values: { published: false } }]', 'unpublished'],
    ['a.md', '', '', 'unpublished'],
  ])('%s, %j in a site with %j is %s', (path, yaml, config, publication) => expect(shown(path, yaml, config)).toBe(publication))
})

test('front matter that only some archives have', () => {
  const text =
    '---\ntitle: 河湾\nkicker: 要闻\nsubtitle: 副题\ndescription: 摘要\nauthor: 林小雨\nlang: en\nsource: 河湾日报\nsource_url: https://hewan.example/1\n---\nText.'
  expect(read('_posts/2022-03-15-a.md', text)).toMatchObject({
    kicker: '要闻',
    subhead: '副题',
    standfirst: '摘要',
    bylines: [{ name: '林小雨', role: 'author' }],
    language: 'en',
    source: '河湾日报',
    sourceUrl: 'https://hewan.example/1',
    type: 'reprint',
  })
})

test('a link to another post leads to its old address', () => {
  const other = { path: '_posts/2022-03-14-Other.md', text: '---\ncategories: a b\n---\n' }
  const text = '---\ntitle: a\n---\n[前文]({% post_url 2022-03-14-Other %})'
  const post = read('_posts/2022-03-15-a.md', text, site, (name) => (name === '2022-03-14-Other' ? other : null))
  expect(post.bodyHtml).toContain('href="/a/b/2022/03/14/Other.html"')
})

describe('refused, with file and reason', () => {
  test.each([
    ['_posts/2022-03-15-a.md', '', null, 'the file is empty'],
    ['_posts/2022-03-15-a.md', '\ufeff \n', null, 'the file is empty'],
    ['_posts/2022-03-15-a.textile', 'h1. a', null, 'neither Markdown nor HTML: .textile'],
    ['_posts/2022-03-15-a.md', '---\ntitle: a\ndate: 2022-02-30\n---\n', 3, 'date: 2022-02-30 is no day of the years 1 to 9999'],
    [
      '_posts/2022-03-15-a.md',
      '---\ntitle: \ufffd\ufffd\n---\n',
      null,
      'not UTF-8: 2 characters cannot be read (GBK or UTF-16? convert the file first)',
    ],
  ])('%s %j', (path, text, line, reason) => {
    expect(readPost({ path, text }, site, now)).toEqual({ path, line, reason })
  })
})

test('any file is read or refused; what is read can be stored', () => {
  const words = fc.constantFrom(
    'title',
    'date',
    'categories',
    'tags',
    ': ',
    '---',
    '\n',
    '"',
    "'",
    '[',
    ']',
    '- ',
    '#',
    '2022-02-30',
    '+0800',
    '新乡',
    '<p>',
    '</p>',
    '> ',
    '{{',
    '\ud83d',
    '\0',
    '\r',
  )
  const path = fc.constantFrom(
    '_posts/2022-03-15-a.md',
    '_posts/-202205262391921712.md',
    '_drafts/.md',
    'a/_posts/22-1-1-.html',
    'x',
  )
  fc.assert(
    fc.property(path, fc.array(words, { maxLength: 30 }), (at, parts) => {
      const post = readPost({ path: at, text: `---\n${parts.join('')}\n---\n${parts.join(' ')}` }, site, now)
      if ('reason' in post) return
      expect(post.headline.trim()).not.toBe('')
      expect(JSON.stringify(post)).not.toMatch(/\\u0000|\\ud[89a-f]/)
      expect(post.publication === 'unpublished' || post.publishedAt !== null).toBe(true)
      for (const address of post.oldAddresses) expect(address).toMatch(/^\/./)
    }),
  )
})

test('future: true is told, since here nothing appears ahead of its time', () => {
  const { notes } = read('_posts/2030-03-15-a.md', '---\ntitle: a\n---\nb', readJekyllSite('future: true'))
  expect(notes).toMatchObject([{ field: 'date', rescue: false, reason: expect.stringContaining('future: true') }])
})

test('of thousands of tags the first hundred are taken, and told', () => {
  const tags = Array.from({ length: 3000 }, (_, index) => `t${index}`).join(' ')
  const post = read('_posts/2022-03-15-a.md', `---\ntitle: a\ntags: ${tags}\n---\nb`)
  expect(post.tags).toHaveLength(100)
  expect(post.notes).toMatchObject([{ field: 'tags', rescue: true, reason: '3000 tags: the first 100 were taken' }])
})

test('a title that is cut was there, and its note says so', () => {
  const { headline, notes } = read('_posts/2022-03-15-a.md', `---\ntitle: ${'长'.repeat(10_000)}\n---\nb`)
  expect(headline.length).toBeLessThanOrEqual(501)
  expect(notes[0]?.reason).toBe('the title is too long; taken from the first 500 characters of the title')
})

test('an outlet is linked to at an address of the web only', () => {
  const sourceUrl = (href: string) =>
    read('_posts/2022-03-15-a.md', `---\ntitle: a\n---\n<p>一。</p><p>（文章来源：<a href="${href}">河湾日报</a>）</p>`).sourceUrl
  expect(sourceUrl('https://hewan.example/')).toBe('https://hewan.example/')
  expect(sourceUrl('//hewan.example/')).toBe('https://hewan.example/')
  expect(sourceUrl('javascript:alert(1)')).toBeNull()
  expect(sourceUrl('data:text/html,x')).toBeNull()
})

test('an old address nobody can ask for costs no post', () => {
  const text = '---\ntitle: a\nredirect_from: [/nul%00x, "/cr\\r\\nlf", /good]\n---\nb'
  const { oldAddresses } = read('_posts/2022-03-15-a.md', text)
  expect(oldAddresses).toEqual(['/2022/03/15/a.html', '/2022/03/15/a', '/good', '/good.html'])
})
