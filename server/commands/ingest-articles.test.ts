import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type WireItem, wireItem } from '@/newsroom/api/wire-item'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { openDesk, rewrite, type TestDesk, well } from './desk-fixture'
import { discardArticle } from './discard-article'
import { ingestArticles } from './ingest-articles'
import { publishArticle } from './publish-article'
import type { WireActor } from './wire-actor'
import { withdrawArticle } from './withdraw-article'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase({ SITE_URL: 'https://news.example' })
})
afterAll(() => database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Article", "ImportItem", "Category", "Tag", "Source", "Person", "Staff", "BusEvent" CASCADE`
  desk = await openDesk()
})

const wire: WireActor = {
  kind: 'system',
  name: 'wire:xinhua',
  tokenId: 1,
  label: '新华社专线',
  wire: 'xinhua',
  mayPublish: true,
  categoryIds: null,
}
const draftsOnly = { ...wire, mayPublish: false }
const item = (told: Record<string, unknown> = {}): WireItem =>
  wireItem.parse({
    externalId: 'XH-1',
    headline: '河边开了一家书店',
    bodyHtml: '<p>河边开了一家书店。</p>',
    categories: ['reviews-3'],
    publishedAt: '2026-11-20T08:00:00+08:00',
    ...told,
  })
const take = async (told: Record<string, unknown> = {}, actor = wire) => {
  const [result] = await ingestArticles(actor, [item(told)])
  if (!result) throw new Error('no result')
  return result
}
const outcome = async (told: Record<string, unknown> = {}, actor = wire) => (await take(told, actor)).outcome
const only = async () => await db().article.findFirstOrThrow({ include: { live: true, draft: true, revisions: true } })
const events = async () => (await db().busEvent.findMany({ orderBy: { id: 'asc' } })).flatMap(({ tags }) => tags)

describe('a new article', () => {
  it('goes before readers where the token allows, with all that belongs to it', async () => {
    const result = await take({
      kicker: '城事',
      source: { name: '河边日报', url: 'https://hebian.example/1', author: '何文' },
      bylines: [{ name: '林一', role: 'photographer' }],
      tags: ['书店', '书店', ' 河边 '],
      categories: ['reviews-3', 'reviews-0'],
    })
    const article = await only()
    expect(result).toEqual({
      externalId: 'XH-1',
      outcome: 'created',
      id: article.id,
      url: `https://news.example/2026/11/20/${article.id}`,
      keptAside: false,
      errors: [],
    })
    expect(article).toMatchObject({
      publication: 'live',
      type: 'wire',
      language: 'zh-CN',
      externalId: null,
      importKey: 'wire:xinhua/XH-1',
      sourceUrl: 'https://hebian.example/1',
      live: { headline: '河边开了一家书店', kicker: '城事', author: 'wire:xinhua', plainText: '河边开了一家书店。' },
    })
    const bylines = await db().byline.findMany({ orderBy: { position: 'asc' }, include: { person: true } })
    expect(bylines.map(({ person, role }) => [person.name, role])).toEqual([
      ['林一', 'photographer'],
      ['何文', 'author'],
    ])
    const filed = await db().articleCategory.findMany({ orderBy: { position: 'asc' }, include: { category: true } })
    expect(filed.map(({ category }) => category.slug)).toEqual(['reviews-3', 'reviews-0'])
    expect((await db().articleTag.findMany({ include: { tag: true } })).map(({ tag }) => tag.name).sort()).toEqual([
      '书店',
      '河边',
    ])
    expect(await events()).toEqual(expect.arrayContaining([`article:${article.id}`, 'list:site']))
  })

  it('is a draft for the desk where the token allows no more, or the wire wants no more', async () => {
    expect(await take({ externalId: 'XH-1' }, draftsOnly)).toMatchObject({ outcome: 'created', url: null })
    expect(await take({ externalId: 'XH-2', publish: false })).toMatchObject({ outcome: 'created', url: null })
    expect(await db().article.findMany({ select: { publication: true, workflow: true } })).toEqual([
      { publication: 'unpublished', workflow: 'draft' },
      { publication: 'unpublished', workflow: 'draft' },
    ])
  })

  it('waits for its time', async () => {
    expect(await take({ publishedAt: '2099-01-01T00:00:00Z' })).toMatchObject({ outcome: 'created', url: null })
    expect((await only()).publication).toBe('scheduled')
  })

  it('is published now where no time is told', async () => {
    const before = Date.now()
    await take({ publishedAt: null })
    expect((await only()).publishedAt?.getTime()).toBeGreaterThan(before - 60_000)
  })

  it('leaves one line in the record, a delivery', async () => {
    const fresh = { ...wire, tokenId: 7 }
    await ingestArticles(fresh, [item(), item({ externalId: 'XH-2' })])
    await ingestArticles(fresh, [item()])
    const lines = await db().auditEntry.findMany({ where: { subject: 'token:7' } })
    expect(lines).toMatchObject([{ action: 'wire.deliver', actorName: 'wire:xinhua', after: { created: 2, changed: 0 } }])
  })
})

describe('the same article again', () => {
  it('changes nothing', async () => {
    await take()
    const before = await only()
    await db().busEvent.deleteMany()
    expect(await outcome()).toBe('unchanged')
    expect(await only()).toEqual(before)
    expect((await events()).filter((tag) => tag.startsWith('article:'))).toEqual([])
  })

  it('with another text is a revision of it, at the address it has', async () => {
    const { url } = await take()
    const again = await take({ bodyHtml: '<p>书店关了。</p>', publishedAt: '2026-11-25T08:00:00+08:00' })
    expect(again).toMatchObject({ outcome: 'changed', url, keptAside: false })
    expect(await only()).toMatchObject({ live: { number: 2, plainText: '书店关了。' } })
  })

  it('is another article where another wire brings it', async () => {
    await take()
    expect(await outcome({}, { ...wire, name: 'wire:other', wire: 'other' })).toBe('created')
  })

  it('puts a draft online when the token comes to allow it', async () => {
    await take({}, draftsOnly)
    expect(await take()).toMatchObject({ outcome: 'changed', url: expect.stringContaining('/2026/11/20/') })
    expect((await only()).publication).toBe('live')
  })

  it('takes nothing from readers, as a draft', async () => {
    await take()
    const again = await take({ bodyHtml: '<p>另一稿。</p>' }, draftsOnly)
    expect(again).toMatchObject({ outcome: 'changed', keptAside: true })
    const article = await only()
    expect(article).toMatchObject({ publication: 'live', live: { number: 1 } })
    expect(article.revisions).toHaveLength(2)
  })
})

describe('what the newsroom decided', () => {
  const reason = { reason: '来源有误', approver: '顾主编', notice: '' }

  it('is kept: an edited text stays, the wire’s is put beside it', async () => {
    const { id } = await take({}, draftsOnly)
    well(await publishArticle({ kind: 'system', name: 'system' }, { articleId: id ?? '' }))
    await rewrite(desk.editor, id ?? '', { headline: '编辑改过的标题' })
    const again = await take({ headline: '通稿又来' })
    expect(again).toMatchObject({ outcome: 'changed', keptAside: true })
    expect(await outcome({ headline: '通稿又来' })).toBe('unchanged')
    expect(await only()).toMatchObject({ live: { headline: '河边开了一家书店' } })
    expect((await db().draft.findUniqueOrThrow({ where: { articleId: id ?? '' } })).headline).toBe('编辑改过的标题')
  })

  it('withdrawn stays withdrawn', async () => {
    const { id } = await take()
    well(await withdrawArticle(desk.chief, { articleId: id ?? '', ...reason }))
    expect(await take({ bodyHtml: '<p>再来一遍。</p>' })).toMatchObject({ keptAside: true, url: null })
    expect(await only()).toMatchObject({ publication: 'withdrawn', live: { number: 1 } })
  })

  it('thrown away stays thrown away', async () => {
    const { id } = await take({}, draftsOnly)
    well(await discardArticle(desk.chief, { articleId: id ?? '' }))
    expect(await take({ bodyHtml: '<p>再来一遍。</p>' })).toMatchObject({ keptAside: true, url: null })
    expect((await only()).publication).toBe('unpublished')
  })
})

describe('an article that cannot be taken', () => {
  it('is refused by itself, with every reason', async () => {
    const narrow = { ...draftsOnly, categoryIds: [desk.categories[0] ?? 0] }
    const results = await ingestArticles(narrow, [
      item({ externalId: 'a', categories: ['reviews-0'] }),
      item({ externalId: 'b', categories: ['reviews-0', 'reviews-3', '没有'], publish: true, bodyHtml: '<p> </p>' }),
      item({ externalId: 'a', categories: ['reviews-0'] }),
    ])
    expect(results.map((result) => result.outcome)).toEqual(['created', 'refused', 'refused'])
    expect(results[1]?.errors).toEqual([
      { field: 'publish', detail: 'the token may leave drafts only' },
      { field: 'bodyHtml', detail: 'nothing of it is text' },
      { field: 'categories.1', detail: 'the token does not reach into the category reviews-3' },
      { field: 'categories.2', detail: 'there is no category 没有' },
    ])
    expect(results[2]?.errors).toEqual([{ field: 'externalId', detail: 'stands in this delivery already' }])
    expect(await db().article.count()).toBe(1)
  })

  it('has a name that several categories have', async () => {
    for (const slug of ['one', 'two']) await db().category.create({ data: { slug, name: '同名', sortKey: slug } })
    expect((await take({ categories: ['同名'] })).errors[0]?.detail).toBe('several categories are called 同名: say its slug')
  })

  it('is filed as what a merged category became', async () => {
    const [into = 0] = desk.categories
    await db().category.create({ data: { slug: 'old', name: '旧名', sortKey: 'old', mergedIntoId: into } })
    expect(await outcome({ categories: ['旧名'] })).toBe('created')
    expect(await db().articleCategory.findMany({ select: { categoryId: true } })).toEqual([{ categoryId: into }])
  })
})

describe('deliveries at once', () => {
  it('make one article of one id', async () => {
    const results = await Promise.all([take(), take(), take(), take()])
    expect(results.map((result) => result.outcome).sort()).toEqual(['created', 'unchanged', 'unchanged', 'unchanged'])
    expect(await db().article.count()).toBe(1)
  })
})
