import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { articleId } from '@/newsroom/article-id'
import { BULK, EVERYTHING } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { IMPORTER } from './actor'
import { importArticles } from './import-articles'
import type { ImportFile, ReadyPost } from './import-batch'
import { dumpImported, fileOf } from './import-fixture'
import { startImportRun } from './start-import-run'

const ARCHIVE = 'finews.example'
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Article", "Revision", "Byline", "ArticleCategory", "ArticleTag", "Category", "Tag", "Source",
    "Person", "Redirect", "Media", "ImportRun", "ImportItem", "BusEvent" RESTART IDENTITY CASCADE`
})

async function take(...files: ImportFile[]) {
  const runId = await startImportRun(IMPORTER, ARCHIVE)
  return await importArticles(IMPORTER, { runId, archive: ARCHIVE, files })
}
const outcomes = async (...files: ImportFile[]) => (await take(...files)).map(({ outcome }) => outcome)
const only = async () =>
  await db().article.findFirstOrThrow({
    include: {
      live: true,
      categories: { include: { category: true }, orderBy: { position: 'asc' } },
      tags: { include: { tag: true } },
      source: true,
    },
  })
const lastEvent = async () => (await db().busEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).tags
const post = (told: Partial<ReadyPost> = {}) =>
  fileOf({ path: '_posts/2022-02-08-NW202202080000000001.md', externalId: 'NW202202080000000001', ...told })

describe('a new post', () => {
  it('becomes an article with all that belongs to it', async () => {
    const [result] = await take(
      post({
        tags: ['水利', '乡村'],
        bylines: [
          { name: '林 一', role: 'reporter' },
          { name: '林一', role: 'photographer' },
        ],
        oldAddresses: ['/hebianribao/2022/02/08/NW202202080000000001.html'],
        feedId: 'https://finews.example/hebianribao/2022/02/08/NW202202080000000001',
      }),
    )
    expect(result).toEqual({
      path: '_posts/2022-02-08-NW202202080000000001.md',
      outcome: 'created',
      articleId: articleId('NW202202080000000001'),
      carriedBy: null,
      keptAside: false,
      notes: [],
    })
    const article = await only()
    expect(article).toMatchObject({
      publication: 'live',
      workflow: 'ready',
      importKey: 'NW202202080000000001',
      importPath: 'finews.example/_posts/2022-02-08-NW202202080000000001.md',
      liveRevision: 1,
      draftRevision: 1,
      version: 1,
      source: { name: '河边日报', slug: 'hebianribao' },
    })
    expect(article.publishedAt).toEqual(new Date('2022-02-08T02:34:53Z'))
    expect(article.updatedAt).toEqual(article.publishedAt)
    expect(article.listedAt).toEqual(article.publishedAt)
    expect(article.categories.map(({ category, listedAt }) => [category.slug, category.name, listedAt])).toEqual([
      ['hebianribao', '河边日报', article.publishedAt],
    ])
    expect(article.tags.map(({ tag }) => tag.name).sort()).toEqual(['乡村', '水利'])
    expect(article.live).toMatchObject({ headline: '河边开了一家书店', author: 'import', reason: article.importPath })
    expect(await db().person.findMany({ select: { name: true } })).toEqual([{ name: '林 一' }])
    expect(await db().byline.count()).toBe(2)
    expect(await db().redirect.findMany({ select: { path: true, articleId: true } })).toEqual([
      { path: '/hebianribao/2022/02/08/NW202202080000000001.html', articleId: article.id },
    ])
    const found = await db().$queryRaw`SELECT "id" FROM "Article" WHERE "headlineTerms" @@ to_tsquery('simple', '''书店''')`
    expect(found).toEqual([{ id: article.id }])
  })

  it('leaves nothing of a rehearsal', async () => {
    const [result] = await importArticles(IMPORTER, { runId: null, archive: ARCHIVE, files: [post()] })
    expect(result?.outcome).toBe('created')
    expect(await dumpImported()).toEqual({ articles: [], categories: [], tags: [], people: [], media: [], items: [] })
    expect(await db().busEvent.count()).toBe(0)
  })

  it('stays a draft when it was not published, and has a time when it is to come', async () => {
    await take(
      fileOf({ path: '_drafts/a.md', publication: 'unpublished', publishedAt: null }),
      fileOf({ path: '_posts/b.md', publication: 'scheduled', publishedAt: new Date('2199-01-01T00:00:00Z') }),
    )
    const articles = await db().article.findMany({ orderBy: { importKey: 'asc' } })
    expect(articles).toMatchObject([
      { publication: 'unpublished', workflow: 'draft', liveRevision: null, draftRevision: 1, listedAt: null },
      { publication: 'scheduled', workflow: 'ready', liveRevision: 1, listedAt: null },
    ])
  })

  it('takes text no database can hold, without what cannot be held', async () => {
    await take(post({ headline: '河\u0000边\ud800', bodyHtml: '<p>𠮷\\u0000</p>' }))
    expect((await only()).live).toMatchObject({ headline: '河边\ufffd', bodyHtml: '<p>𠮷\\u0000</p>' })
  })

  it('gets the next id where another key has its id already', async () => {
    await db().article.create({ data: { id: articleId('NW202202080000000001'), importKey: 'other', importPath: 'x/other.md' } })
    const [result] = await take(post())
    expect(result?.articleId).toBe(articleId('NW202202080000000001', 1))
  })
})

it('what the desk has thrown away stays away, whatever its file comes to say', async () => {
  await take(fileOf({ path: '_drafts/a.md', publication: 'unpublished', publishedAt: null }))
  await db().$executeRaw`UPDATE "Article" SET "discardedAt" = now()`
  const [result] = await take(fileOf({ path: '_drafts/a.md', headline: '后来发了' }))
  expect(result).toMatchObject({ outcome: 'changed', keptAside: true })
  expect(await only()).toMatchObject({ publication: 'unpublished', live: null })
})

describe('categories', () => {
  const named = (path: string, archiveName: string, name: string) => fileOf({ path, categories: [{ archiveName, name }] })

  it('keep the archive’s names letter for letter, with a slug of their own', async () => {
    await take(
      named('_posts/a.md', 'TechWeb', 'TechWeb'),
      named('_posts/b.md', 'Techweb', 'Techweb'),
      named('_posts/c.md', 'admin', 'admin'),
    )
    const categories = await db().category.findMany({ orderBy: { id: 'asc' }, select: { archiveName: true, slug: true } })
    expect(categories).toEqual([
      { archiveName: 'TechWeb', slug: 'TechWeb' },
      { archiveName: 'Techweb', slug: 'Techweb-2' },
      { archiveName: 'admin', slug: 'category-admin' },
    ])
  })

  it('take the first better name a post offers, and keep it', async () => {
    await take(named('_posts/a.md', 'jianghaiwanbao', 'jianghaiwanbao'))
    await take(named('_posts/b.md', 'jianghaiwanbao', '江海晚报'))
    expect(await lastEvent()).toEqual(expect.arrayContaining(['categories', 'name:category:1']))
    await take(named('_posts/c.md', 'jianghaiwanbao', '别的报'))
    expect(await db().category.findMany({ select: { name: true, sortKey: true } })).toEqual([
      { name: '江海晚报', sortKey: 'jianghaiwanbao' },
    ])
  })
})

describe('the same archive again', () => {
  it('changes no row', async () => {
    const files = [
      post(),
      fileOf({ path: '_posts/b.md', tags: ['水利'] }),
      fileOf({ path: 'old_post/x.md', externalId: 'NW202202080000000001' }),
    ]
    expect(await outcomes(...files)).toEqual(['created', 'created', 'duplicate'])
    const before = await dumpImported()
    const events = await db().busEvent.count()
    expect(await outcomes(...files)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(await dumpImported()).toEqual(before)
    expect(await db().busEvent.count()).toBe(events)
    expect(await db().importItem.findMany({ distinct: ['runId'], select: { runId: true } })).toEqual([{ runId: 1 }])
  })

  it('brings a changed text as the next revision', async () => {
    await take(post())
    expect(await outcomes(post({ headline: '河边开了两家书店' }))).toEqual(['changed'])
    const article = await only()
    expect(article).toMatchObject({ version: 2, liveRevision: 2, draftRevision: 2, live: { headline: '河边开了两家书店' } })
    expect(article.updatedAt > new Date('2023-01-01')).toBe(true)
    expect(await db().revision.count()).toBe(2)
  })

  it('brings changed labels and times without a new revision', async () => {
    await take(post({ tags: ['水利'] }))
    const changed = post({ tags: ['乡村'], categories: [], publishedAt: new Date('2022-02-09T00:00:00Z') })
    expect(await outcomes(changed)).toEqual(['changed'])
    const article = await only()
    expect(article).toMatchObject({
      version: 2,
      liveRevision: 1,
      categories: [],
      tags: [{ listedAt: new Date('2022-02-09T00:00:00Z') }],
    })
  })

  it('says so where other bytes make the same article', async () => {
    await take(post())
    const again = { ...post(), contentHash: 'other' }
    expect(await outcomes(again)).toEqual(['unchanged'])
    expect(await only()).toMatchObject({ version: 1, liveRevision: 1 })
    expect(await db().importItem.findMany()).toMatchObject([{ contentHash: 'other', outcome: 'unchanged' }])
  })

  it('never brings back what was withdrawn', async () => {
    await take(post())
    await db().article.updateMany({ data: { publication: 'withdrawn' } })
    await take(post({ headline: '河边开了两家书店' }))
    expect(await only()).toMatchObject({ publication: 'withdrawn', listedAt: null })
  })

  it('keeps a new text aside where the newsroom has edited', async () => {
    await take(post())
    const { id, live } = await only()
    const edit = { ...live, articleId: id, number: 2, headline: '编辑改过的标题', author: 'lin', reason: '改标题' }
    await db().revision.create({ data: edit as never })
    await db().article.update({ where: { id }, data: { liveRevision: 2, draftRevision: 2 } })
    expect(await outcomes(post({ headline: '河边开了两家书店', tags: ['水利'] }))).toEqual(['changed'])
    expect(await only()).toMatchObject({ liveRevision: 2, live: { headline: '编辑改过的标题' }, tags: [] })
    expect(await db().revision.findMany({ orderBy: { number: 'asc' }, select: { number: true } })).toEqual([
      { number: 1 },
      { number: 2 },
      { number: 3 },
    ])
    const [item] = await db().importItem.findMany()
    expect(JSON.stringify(item?.notes)).toContain('kept as revision 3')
  })
})

describe('one article in two files', () => {
  const inPosts = post({ oldAddresses: ['/a.html'] })
  const inOld = post({ path: 'old_post/2022-02-08-NW202202080000000001.md', headline: '河边要开书店', oldAddresses: ['/b.html'] })

  it('carries the text of the better one, whichever comes first and however they are batched', async () => {
    expect(await outcomes(inOld, inPosts)).toEqual(['created', 'changed'])
    const dump = await dumpImported()
    expect((await only()).live).toMatchObject({ headline: '河边开了一家书店', number: 2 })
    expect((await only()).updatedAt).toEqual(new Date('2022-02-08T02:34:53Z'))
    expect(await db().redirect.count()).toBe(2)
    await db()
      .$executeRaw`TRUNCATE "Article", "Revision", "ArticleCategory", "ArticleTag", "Redirect", "ImportItem", "Category", "Source" CASCADE`
    await take(inOld)
    await take(inPosts)
    expect(await dumpImported()).toEqual(dump)
    const items = await db().importItem.findMany({ orderBy: { path: 'asc' }, select: { path: true, outcome: true } })
    expect(items.map(({ outcome }) => outcome)).toEqual(['changed', 'duplicate'])
  })

  it('names the file that carries it, and keeps the other’s old address', async () => {
    const [, duplicate] = await take(inPosts, inOld)
    expect(duplicate).toMatchObject({
      outcome: 'duplicate',
      carriedBy: `${ARCHIVE}/${inPosts.path}`,
      articleId: articleId('NW202202080000000001'),
    })
    expect((await db().redirect.findMany({ select: { path: true }, orderBy: { path: 'asc' } })).map(({ path }) => path)).toEqual([
      '/a.html',
      '/b.html',
    ])
    expect(await db().revision.count()).toBe(1)
  })

  it('follows a file that was moved', async () => {
    await take(inPosts)
    const [moved] = await take({ ...inOld, holderGone: true })
    expect(moved?.outcome).toBe('changed')
    expect(await only()).toMatchObject({ importPath: `${ARCHIVE}/${inOld.path}`, live: { headline: '河边要开书店' } })
  })

  it('knows a file again that got its id later', async () => {
    await take(fileOf({ path: '_posts/a.md' }))
    expect(await outcomes(fileOf({ path: '_posts/a.md', externalId: 'NW1' }))).toEqual(['changed'])
    expect(await only()).toMatchObject({ importKey: 'NW1', externalId: 'NW1' })
    expect(await outcomes(fileOf({ path: '_posts/a.md', headline: '没有编号了' }))).toEqual(['changed'])
    expect(await db().article.count()).toBe(1)
  })
})

describe('one article in two files of a batch', () => {
  it('is decided one file after the other, also where only the database knows that they are one', async () => {
    const first = '_posts/a.md'
    await take(fileOf({ path: first, externalId: 'NW202202080000000009' }))
    const [lost, taken] = await take(
      fileOf({ path: first, externalId: null, headline: '没有编号了' }),
      fileOf({ path: '_posts/b.md', externalId: 'NW202202080000000009', headline: '编号在这里' }),
    )
    expect([lost?.outcome, taken?.outcome]).toEqual(['changed', 'duplicate'])
    expect(await db().revision.count()).toBe(2)
  })
})

describe('refused files', () => {
  const refused: ImportFile = {
    path: '_posts/x.md',
    contentHash: 'aa',
    post: null,
    notes: [{ field: 'file', guess: '', reason: 'not a text', line: 3, rescue: false }],
    holderGone: false,
  }

  it('are recorded with their reason, once', async () => {
    expect(await outcomes(refused)).toEqual(['refused'])
    expect(await outcomes(refused)).toEqual(['refused'])
    expect(await db().importItem.findMany()).toMatchObject([{ outcome: 'refused', runId: 1, articleId: null }])
  })

  it('come in once they can be read, and leave their article as it was when they no longer can', async () => {
    await take(refused)
    expect(await outcomes({ ...fileOf({ path: '_posts/x.md' }), contentHash: 'aa' })).toEqual(['created'])
    expect(await outcomes({ ...refused, contentHash: 'bb' })).toEqual(['refused'])
    expect(await only()).toMatchObject({ liveRevision: 1 })
    expect(await outcomes({ ...fileOf({ path: '_posts/x.md' }), contentHash: 'aa' })).toEqual(['unchanged'])
  })
})

describe('what is told on the bus', () => {
  const at = (hour: number) =>
    fileOf({
      path: `_posts/${hour}.md`,
      publishedAt: new Date(Date.UTC(2022, 1, 8, hour)),
      tags: ['水利'],
      oldAddresses: [`/${hour}.html`],
    })
  const idAt = (hour: number) => articleId(`${ARCHIVE}/_posts/${hour}.md`)

  it('is narrow for one post: its lists, its days, and the neighbours that show it', async () => {
    await take(...Array.from({ length: 12 }, (_, hour) => at(hour)).filter((_, hour) => hour !== 3))
    await take(at(3))
    const tags = await lastEvent()
    const neighbours = tags.filter((tag) => tag.startsWith('neighbours:')).sort()
    expect(neighbours).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((hour) => `neighbours:${idAt(hour)}`).sort())
    expect(tags).toEqual(
      expect.arrayContaining([
        `article:${idAt(3)}`,
        'list:site',
        'list:site:2022-02-08',
        'list:category:1:2022',
        'list:tag:1',
        'list:source:1',
        'redirect:/3.html',
      ]),
    )
    expect(tags.length).toBeLessThan(40)
    expect(tags).not.toContain('categories')
  })

  it('names the share link of an article that got its id later', async () => {
    await take(fileOf({ path: '_posts/a.md' }))
    await take(fileOf({ path: '_posts/a.md', externalId: 'NW202202080000000008' }))
    expect(await lastEvent()).toContain('redirect:/html_News/NewsShare.html?NW202202080000000008')
  })

  it('is everything for an archive', async () => {
    await take(...Array.from({ length: 50 }, (_, index) => fileOf({ path: `_posts/${index}.md` })))
    expect(await lastEvent()).toEqual([EVERYTHING, BULK])
  })
})

it('two imports at once double nothing', async () => {
  const files = Array.from({ length: 120 }, (_, index) =>
    fileOf({ path: `_posts/${index}.md`, externalId: `NW${index % 100}`, tags: [`标签${index % 7}`] }),
  )
  const batches = Array.from({ length: 6 }, (_, index) => files.slice(index * 20, index * 20 + 20))
  for (const batch of batches) await take(...batch)
  const clean = await dumpImported()
  await db()
    .$executeRaw`TRUNCATE "Article", "Revision", "ArticleCategory", "ArticleTag", "Category", "Tag", "Source", "Redirect", "ImportItem" CASCADE`
  await Promise.all(
    [1, 2, 3].map(async () => {
      for (const batch of batches) await take(...batch)
    }),
  )
  expect(await dumpImported()).toEqual(clean)
})
