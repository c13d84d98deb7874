import { realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readJekyllSite } from '@/newsroom/jekyll/jekyll-site'
import { dumpImported } from '@/server/commands/import-fixture'
import { db } from '@/server/db'
import { hostileFiles } from '@/server/hostile-files'
import { getMedia } from '@/server/storage'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { type ArchiveFixture, CONFIG, makeArchiveFixture, mediaPost } from './archive-fixture'
import { ArchiveError } from './find-archive'
import { type ImportOptions, importArchive } from './import-archive'
import { readFiles } from './read-files'

let database: TestDatabase
let archive: ArchiveFixture
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Article", "Revision", "Byline", "ArticleCategory", "ArticleTag", "Category", "Tag", "Source",
    "Person", "Redirect", "Media", "ImportRun", "ImportItem", "BusEvent" RESTART IDENTITY CASCADE`
  archive = await makeArchiveFixture()
})
afterEach(() => archive.remove())

const bring = (options?: ImportOptions) => importArchive({ roots: [archive.root], options })
async function bringOne(path: string, content: string) {
  await archive.write({ [path]: content })
  const report = await bring()
  const article = await db().article.findFirst({
    include: {
      live: { include: { bylines: { include: { person: true } } } },
      draft: true,
      source: true,
      categories: { include: { category: true }, orderBy: { position: 'asc' } },
      tags: { include: { tag: true } },
      redirects: { orderBy: { path: 'asc' } },
    },
  })
  return { report, article, addresses: article?.redirects.map((redirect) => redirect.path) ?? [] }
}
const CODE = 'NW202202089000000001'
const POST = `_posts/2022-02-08-${CODE}.md`
const front = (lines: string, body = '<p>正文在这里。</p>') => `---\n${lines}\n---\n${body}\n`

describe('posts of the archive’s two forms', () => {
  it('a media post brings its outlet, people, share link and old address; its navigation is gone', async () => {
    const { report, article, addresses } = await bringOne(POST, mediaPost({ code: CODE }))
    expect(report).toMatchObject({ read: 1, created: 1, refused: [], archives: ['finews.example'] })
    expect(article).toMatchObject({
      externalId: CODE,
      type: 'reprint',
      source: { name: '河边日报' },
      sourceUrl: `http://share.example/html_News/NewsShare.html?infoCode=${CODE}`,
      publishedAt: new Date('2022-02-08T02:34:53Z'),
      categories: [{ category: { slug: 'hebianribao', name: '河边日报' } }],
    })
    expect(article?.live?.bylines.map(({ person }) => person.name)).toEqual(['林一'])
    expect(article?.live?.bodyHtml).not.toMatch(/返回|NewsShare|文章来源/)
    expect(addresses).toContain(`/hebianribao/2022/02/08/${CODE}.html`)
  })

  it('a rolling-news post brings its digest as standfirst and its number as id', async () => {
    const body =
      '> 河边镇今天开了第一家书店。\n\n<p>河边镇今天开了第一家书店，镇上的人都来了。</p>\n\n<http://finance.eastmoney.com/news/1344,202205262391921712.html>\n\n[返回东财滚动新闻](../emnews/)\n[返回首页](../)\n'
    const { article } = await bringOne(
      '_posts/2022-05-26-202205262391921712.md',
      front('title: "书店"\ndate: 2022-05-26 08:00:00 +0800\ncategories: emnews\ntags: 东财滚动新闻', body),
    )
    expect(article).toMatchObject({ externalId: '202205262391921712', live: { standfirst: '河边镇今天开了第一家书店。' } })
    expect(article?.live?.bodyHtml).not.toMatch(/emnews|返回|202205262391921712/)
  })
})

describe('each irregularity of old archives', () => {
  it('a file name without a date, an empty title and an empty date are rescued', async () => {
    const { report, article } = await bringOne(
      '_posts/-202205262391921712.md',
      front('title: ""\ndate:  +0800\ncategories: emnews', '<p><strong>河边镇开了书店</strong></p><p>正文。</p>\n\n<>\n'),
    )
    expect(article?.publishedAt?.toISOString().slice(0, 10)).toMatch(/^2022-05-2[56]$/)
    expect(article?.live?.headline).toContain('河边镇开了书店')
    expect(report.rescued.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'date']))
    expect(report.rescued.every(({ file, guess, reason }) => file.endsWith('.md') && guess !== '' && reason !== '')).toBe(true)
  })

  it('broken YAML is read line by line', async () => {
    const { report, article } = await bringOne(POST, front('title: "他说"好""\ndate: 2022-02-08 10:00:00 +0800\ncategories: a'))
    expect(article?.live?.headline).toContain('他说')
    expect(report.rescued.length).toBeGreaterThan(0)
  })

  it('an evening without a zone keeps the address Jekyll gave it', async () => {
    const { article, addresses } = await bringOne(
      '_posts/2022-05-20-init.md',
      front('title: 晚上\ndate: 2022-05-20 18:30:00\ncategories: sitenews'),
    )
    expect(article).not.toBeNull()
    expect(addresses).toContain('/sitenews/2022/05/21/init.html')
  })

  it('two categories in one string, capitals and parentheses keep their names and addresses', async () => {
    await archive.write({
      '_posts/2022-05-20-a.md': front(
        'title: 甲\ndate: 2022-05-20 12:00:00 +0800\ncategories: 21shijijingjibaodao  nancailicaitong',
      ),
      '_posts/2022-05-20-b.md': front('title: 乙\ndate: 2022-05-20 12:00:00 +0800\ncategories: 21Tech'),
      '_posts/2022-05-20-c.md': front('title: 丙\ndate: 2022-05-20 12:00:00 +0800\ncategories: anxinguojizhengquan(xianggang)'),
      '_posts/2022-05-20-d.md': front('title: 丁\ndate: 2022-05-20 12:00:00 +0800\ncategories: TechWeb'),
      '_posts/2022-05-20-e.md': front('title: 戊\ndate: 2022-05-20 12:00:00 +0800\ncategories: Techweb'),
      '_posts/2022-05-20-f.md': front('title: 己\ndate: 2022-05-20 12:00:00 +0800\ncategories: 2022'),
    })
    await bring()
    const categories = await db().category.findMany({ select: { archiveName: true, slug: true } })
    expect(new Map(categories.map(({ archiveName, slug }) => [archiveName, slug]))).toEqual(
      new Map([
        ['21shijijingjibaodao', '21shijijingjibaodao'],
        ['nancailicaitong', 'nancailicaitong'],
        ['21Tech', '21Tech'],
        ['anxinguojizhengquan(xianggang)', 'anxinguojizhengquan(xianggang)'],
        ['TechWeb', 'TechWeb'],
        ['Techweb', 'Techweb-2'],
        ['2022', 'category-2022'],
      ]),
    )
    const addresses = (await db().redirect.findMany()).map(({ path }) => path)
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/21shijijingjibaodao/nancailicaitong/2022/05/20/a.html',
        '/21tech/2022/05/20/b.html',
        '/anxinguojizhengquan(xianggang)/2022/05/20/c.html',
      ]),
    )
  })

  it('the outlet is found with tags inside its name', async () => {
    const body =
      '<p>正文。</p><p class="em_media">（文章来源：河边<span id="stock_1"><a href="#">证券</a></span><span></span>报）</p>'
    const { article } = await bringOne(POST, front('title: 证券\ndate: 2022-02-08 10:00:00 +0800\ncategories: a', body))
    expect(article?.source?.name).toBe('河边证券报')
  })

  it('text and tags on one line, tables, Liquid and hostile HTML come out clean', async () => {
    const body =
      '前言<p>段落 <div>块</p>\n\n<table onclick="x()"><tr><td>单元</td></tr></table>\n\n{{ site.title }} 与 {% include x %}\n\n<script>alert(1)</script><p onmouseover="a()" style="display:none">看</p><img src=x onerror=alert(1)>\n'
    const { article } = await bringOne(POST, front('title: 混合\ndate: 2022-02-08 10:00:00 +0800\ncategories: a', body))
    const html = article?.live?.bodyHtml ?? ''
    expect(html).toContain('段落')
    expect(html).toContain('单元')
    expect(html).toContain('{{ site.title }}')
    expect(html).not.toMatch(/<script|onclick|onmouseover|onerror|style=|alert/)
  })

  it('a byte order mark, CRLF, control characters and half characters are cleaned', async () => {
    const text = `\ufeff${front('title: 回车\r\ndate: 2022-02-08 10:00:00 +0800\r\ncategories: a', '<p>一\u0000二\u0008三</p>').replaceAll('\n', '\r\n')}`
    const { article } = await bringOne(POST, text.replaceAll('\r\r', '\r'))
    expect(article?.live).toMatchObject({ headline: '回车' })
    expect(article?.live?.plainText).toContain('一二三')
  })

  it('an empty body, published: false, drafts and the future each have their state', async () => {
    await archive.write({
      '_posts/2022-02-08-empty.md': front('title: 空\ndate: 2022-02-08 10:00:00 +0800', ''),
      '_posts/2022-02-08-hidden.md': front('title: 藏\ndate: 2022-02-08 10:00:00 +0800\npublished: false'),
      '_posts/2199-02-08-later.md': front('title: 后\ndate: 2199-02-08 10:00:00 +0800'),
      '_drafts/idea.md': front('title: 稿'),
    })
    await bring()
    const articles = await db().article.findMany({ include: { draft: true } })
    expect(Object.fromEntries(articles.map(({ draft, publication }) => [draft?.headline, publication]))).toEqual({
      空: 'live',
      藏: 'unpublished',
      后: 'scheduled',
      稿: 'unpublished',
    })
  })

  it('permalink and redirect_from lead to the article', async () => {
    const { addresses } = await bringOne(
      '_posts/2022-02-08-a.md',
      front(
        'title: 旧址\ndate: 2022-02-08 10:00:00 +0800\npermalink: /about/shop.html\nredirect_from:\n  - /old/1.html\n  - /old/2/',
      ),
    )
    expect(addresses).toEqual(expect.arrayContaining(['/about/shop.html', '/old/1.html', '/old/2/']))
  })

  it('a body of 3 MB comes in, a file beyond all measure is refused', async () => {
    await archive.write({ '_posts/2022-02-08-huge.md': Buffer.alloc(9 * 2 ** 20, 'a') })
    const { report } = await bringOne(
      POST,
      front(
        'title: 长\ndate: 2022-02-08 10:00:00 +0800\ncategories: a',
        '<p>河边开了一家书店，镇上的人都来了。</p>\n'.repeat(55_000),
      ),
    )
    expect(report).toMatchObject({ created: 1, refused: [{ reason: 'larger than 8 MiB', line: null }] })
  })

  it('the same article in two folders is one, with all its old addresses', async () => {
    await archive.write({
      [POST]: mediaPost({ code: CODE }),
      [`old_post/2022-02-07-${CODE}.md`]: mediaPost({ code: CODE, date: '2022-02-07 10:00:00 +0800', title: '河边要开书店' }),
    })
    const report = await bring()
    expect(report).toMatchObject({ created: 1, duplicate: 1 })
    const article = await db().article.findFirstOrThrow({ include: { live: true, redirects: true } })
    expect(article.live?.headline).toBe('河边开了一家书店')
    expect(article.redirects.map(({ path }) => path)).toEqual(
      expect.arrayContaining([`/hebianribao/2022/02/08/${CODE}.html`, `/hebianribao/2022/02/07/${CODE}.html`]),
    )
  })
})

describe('a second run', () => {
  it('changes no row but its own record, and says so', async () => {
    await archive.write({
      [POST]: mediaPost({ code: CODE }),
      'old_post/2022-02-07-b.md': front('title: "坏"了"\ndate: 2022-02-07 10:00:00 +0800'),
      '_posts/2022-02-09-c.md': Buffer.from([0xff, 0xfe, 0x80, 0x81]),
    })
    expect(await bring()).toMatchObject({ created: 2, refused: [{ file: join(archive.root, '_posts/2022-02-09-c.md') }] })
    const before = await dumpImported()
    const events = await db().busEvent.count()
    const again = await bring()
    expect(again).toMatchObject({ read: 3, created: 0, changed: 0, unchanged: 2, refused: [{}] })
    expect(await dumpImported()).toEqual(before)
    expect(await db().busEvent.count()).toBe(events)
    expect(await db().importRun.count()).toBe(2)
  })

  it('takes a changed post as a new revision', async () => {
    await bringOne(POST, mediaPost({ code: CODE }))
    const { report, article } = await bringOne(POST, mediaPost({ code: CODE, title: '河边开了两家书店' }))
    expect(report).toMatchObject({ created: 0, changed: 1 })
    expect(article).toMatchObject({ liveRevision: 2, live: { headline: '河边开了两家书店' } })
  })

  it('reads everything again when the archive’s settings changed', async () => {
    await bringOne('_posts/2022-05-20-a.md', front('title: 甲\ndate: 2022-05-20 12:00:00\ncategories: a'))
    await archive.write({ '_config.yml': CONFIG.replace('Asia/Shanghai', 'America/New_York') })
    expect((await bring()).read).toBe(1)
    const items = await db().importItem.findMany()
    expect(items[0]?.runId).toBe(2)
  })

  it('follows posts that moved to another folder', async () => {
    await bringOne(POST, mediaPost({ code: CODE }))
    await rm(join(archive.root, POST))
    const { report, article } = await bringOne(
      `old_post/2022-02-08-${CODE}.md`,
      mediaPost({ code: CODE, title: '河边开了两家书店' }),
    )
    expect(report).toMatchObject({ created: 0, changed: 1 })
    expect(article?.live?.headline).toBe('河边开了两家书店')
  })
})

describe('pictures', () => {
  const photo = (width: number, height = 400) =>
    sharp({ create: { width, height, channels: 3, background: '#357' } })
      .withExif({ IFD0: { Artist: 'hidden' } })
      .jpeg()
      .toBuffer()
  const withPicture = (html: string) => front('title: 图\ndate: 2022-02-08 10:00:00 +0800\ncategories: a', html)

  it('are stored in the sizes readers need, without what their files hid', async () => {
    await archive.write({ 'assets/shop.jpg': await photo(1200), 'assets/icon.jpg': await photo(100, 100) })
    const { article, report } = await bringOne(
      POST,
      withPicture('<p>看图。</p>\n\n![图标](/assets/icon.jpg)\n\n![书店外景](/assets/shop.jpg)\n'),
    )
    expect(report.warnings).toEqual([])
    const media = await db().media.findMany({ orderBy: { width: 'desc' } })
    expect(media.map(({ width, origin }) => [width, origin])).toEqual([
      [1200, 'assets/shop.jpg'],
      [100, 'assets/icon.jpg'],
    ])
    expect(article?.leadMediaId).toBe(media[0]?.id)
    const renditions = media[0]?.renditions as { key: string; width: number }[]
    expect(renditions.map(({ width }) => width)).toEqual([240, 480, 768, 1080, 1200])
    const stored = await sharp(await getMedia(renditions[0]?.key ?? '')).metadata()
    expect(stored).toMatchObject({ format: 'webp', width: 240 })
    expect(stored.exif).toBeUndefined()
    expect(article?.live?.bodyHtml).toContain(`<img src="/media/${renditions.at(-1)?.key}"`)
    expect(article?.live?.bodyHtml).toContain('alt="书店外景"')
    expect(await db().redirect.findUnique({ where: { path: '/assets/shop.jpg' } })).toMatchObject({ mediaId: media[0]?.id })
  })

  it('that cannot be stored end the import; run again once they can, it brings the post with them', async () => {
    const media = join(database.dataDir, 'media')
    await rm(media, { recursive: true, force: true })
    // No folder can be made below a file.
    await writeFile(media, '')
    try {
      await archive.write({ 'assets/quay.jpg': await photo(700), [POST]: withPicture('![码头](/assets/quay.jpg)\n') })
      await expect(bring()).rejects.toThrow('a picture cannot be stored')
      expect(await db().article.count()).toBe(0)
    } finally {
      await rm(media)
    }
    expect(await bring()).toMatchObject({ created: 1, warnings: [] })
    expect(await db().article.findFirst()).toMatchObject({ leadMediaId: expect.any(String) })
  })

  it('that are missing, broken, bombs or outside the archive are told, and their post comes in', async () => {
    const outside = await makeArchiveFixture({ 'secret.jpg': await photo(700) })
    await archive.write({
      'assets/broken.jpg': 'no picture',
      'assets/cut.jpg': (await photo(900)).subarray(0, 1500),
      'assets/bomb.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><rect width="9" height="9"/></svg>',
    })
    await symlink(join(outside.root, 'secret.jpg'), join(archive.root, 'assets/link.jpg'))
    const { article, report } = await bringOne(
      POST,
      withPicture(
        '<p>看图。</p>\n\n![](/assets/none.jpg)\n\n![](/assets/broken.jpg)\n\n![](/assets/cut.jpg)\n\n![](/assets/bomb.svg)\n\n![](/assets/link.jpg)\n\n![](/assets/%2e%2e/%2e%2e/etc/passwd)\n',
      ),
    )
    await outside.remove()
    expect(report).toMatchObject({ created: 1, refused: [] })
    const reasons = report.warnings.map(({ reason }) => reason).join('\n')
    for (const name of ['none.jpg', 'broken.jpg', 'cut.jpg', 'bomb.svg', 'link.jpg'])
      expect(reasons).toContain(`assets/${name}: `)
    expect(reasons).toContain('leads out of the archive')
    expect(await db().media.count()).toBe(0)
    expect(article?.live?.bodyHtml).not.toContain('<img')
  })

  it('that are attacks are made anew or left out, and their post comes in', async () => {
    const files = await hostileFiles()
    await archive.write(Object.fromEntries(files.map(([, bytes], at) => [`assets/${at}.jpg`, bytes])))
    const { report } = await bringOne(POST, withPicture(files.map((_, at) => `![](/assets/${at}.jpg)`).join('\n\n')))
    expect(report).toMatchObject({ created: 1, refused: [] })
    const media = await db().media.findMany({ select: { origin: true, renditions: true } })
    // Of markup nothing is drawn.
    for (const { origin } of media)
      expect(files[Number.parseInt(origin.slice('assets/'.length), 10)]?.[0]).not.toMatch(/^(?:svg|page \d)/)
    for (const { key } of media.flatMap(({ renditions }) => renditions as { key: string }[])) {
      expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}-\d+\.webp$/)
      expect((await getMedia(key)).toString('latin1')).not.toMatch(/SECRET|trip\(1\)|<script/)
    }
    expect(media.length + report.warnings.length).toBeGreaterThanOrEqual(files.length)
  })

  it('of other hosts stay there, linked to', async () => {
    const { article, report } = await bringOne(
      POST,
      withPicture('<p>看图。</p><p><img src="http://img.example/a.jpg" alt="夜色"></p>'),
    )
    expect(article?.live?.bodyHtml).toContain('<figure class="remote-picture"><a href="http://img.example/a.jpg"')
    expect(article?.live?.bodyHtml).not.toContain('<img')
    expect(report.warnings.map(({ field }) => field)).toEqual(['picture'])
  })

  it('are asked for again with fetchImages, and never from this network', async () => {
    await bringOne(POST, withPicture('<p>看图。</p><p><img src="http://127.0.0.1/a.jpg" alt="夜色"></p>'))
    expect(await bring({ fetchImages: true })).toMatchObject({ read: 1, unchanged: 1 })
    const [item] = await db().importItem.findMany()
    expect(JSON.stringify(item?.notes)).toContain('--fetch-images copies it')
    await archive.write({ [POST]: withPicture('<p>看新图。</p><p><img src="http://127.0.0.1/a.jpg" alt="夜色"></p>') })
    const { warnings } = await bring({ fetchImages: true })
    expect(warnings[0]?.reason).toContain('127.0.0.1 is no public address')
  })
})

describe('what is read', () => {
  it('posts of a site; its pages are counted, links that leave it refused', async () => {
    const outside = await makeArchiveFixture({ 'secret.md': front('title: 秘密') })
    await archive.write({
      [POST]: mediaPost({ code: CODE }),
      'category/hebianribao.html': '---\ncategory: hebianribao\n---\n',
      'README.md': '# 说明',
      'node_modules/x/_posts/2022-02-08-x.md': front('title: 不读'),
    })
    await symlink(join(outside.root, 'secret.md'), join(archive.root, '_posts/2022-02-09-secret.md'))
    const report = await bring()
    await outside.remove()
    expect(report).toMatchObject({
      read: 2,
      created: 1,
      refused: [{ reason: 'a symbolic link that leads out of the archive, or nowhere' }],
    })
    expect(report.notPosts).toEqual([join(archive.root, 'README.md'), join(archive.root, 'category/hebianribao.html')])
  })

  it('a link to a folder of posts is told, not passed over', async () => {
    await symlink('/etc', join(archive.root, 'old_post'))
    expect((await bring()).refused).toMatchObject([{ reason: 'a symbolic link to a folder is not followed' }])
  })

  it('no file outside the archive, though a link to it appears after the names were listed', async () => {
    await symlink('/etc/hostname', join(archive.root, 'late.md'))
    const site = readJekyllSite(null)
    const files = [{ path: 'late.md', knownHash: null }]
    const [read] = readFiles({
      root: await realpath(archive.root),
      site,
      kind: 'folder',
      settingsHash: '',
      now: new Date(),
      files,
    })
    expect(read?.read).toMatchObject({ reason: 'cannot be read: a link that leads out of the archive' })
  })

  it('a part of a site is the same archive as the whole', async () => {
    await archive.write({ [POST]: mediaPost({ code: CODE }), '_posts/2022-02-09-b.md': front('title: 乙\ndate: 2022-02-09') })
    expect(await importArchive({ roots: [join(archive.root, POST)] })).toMatchObject({ read: 1, created: 1 })
    expect(await importArchive({ roots: [join(archive.root, '_posts'), join(archive.root, POST)] })).toMatchObject({
      read: 2,
      created: 1,
      unchanged: 1,
    })
    expect(await bring()).toMatchObject({ read: 2, unchanged: 2 })
  })

  it('a folder of posts without a configuration', async () => {
    await rm(join(archive.root, '_config.yml'))
    const { report, article } = await bringOne(`2022-02-08-${CODE}.md`, mediaPost({ code: CODE }))
    expect(report).toMatchObject({ created: 1 })
    expect(article?.externalId).toBe(CODE)
  })

  it('no more than the limit, and nothing stays of a dry run', async () => {
    await archive.write(
      Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [
          `_posts/2022-02-0${index + 1}-x.md`,
          front(`title: 第${index}篇\ndate: 2022-02-0${index + 1}`),
        ]),
      ),
    )
    await archive.write({ [POST]: mediaPost({ code: CODE }), [`old_post/2022-02-08-${CODE}.md`]: mediaPost({ code: CODE }) })
    expect(await bring({ dryRun: true })).toMatchObject({ dryRun: true, read: 7, created: 6, duplicate: 1 })
    expect(await db().article.count()).toBe(0)
    expect(await db().importRun.count()).toBe(0)
    expect(await bring({ limit: 3 })).toMatchObject({ read: 3, created: 3 })
  })

  it('says which folder is not there', async () => {
    await expect(importArchive({ roots: ['/no/such/folder'] })).rejects.toThrow(ArchiveError)
    await expect(importArchive({ roots: ['/no/such/folder'] })).rejects.toThrow(
      '/no/such/folder: there is no such file or folder',
    )
  })
})
