import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleFilter } from '@/newsroom/desk/article-filter'
import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { may } from '@/newsroom/desk/permission'
import type { Role, StaffActor } from '@/newsroom/desk/staff'
import { headlineTerms } from '@/newsroom/headline-terms'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { type DeskListPage, listDeskArticles } from './list-desk-articles'

let database: TestDatabase
const staff = (id: string, role: Role, desk: number[] | null = null): StaffActor => ({
  kind: 'staff',
  id,
  name: id,
  role,
  desk,
  address: null,
  userAgent: null,
})
const chief = staff('chief', 'chief')
const li = staff('li', 'reporter')
const editor = staff('editor', 'editor')
const categories: Record<string, number> = {}
const tags: Record<string, number> = {}
let wang = 0

const idOf = (name: string) => name.padEnd(10, '0')
const nameOf = (id: string) => id.replace(/0+$/, '')

interface Given {
  name: string
  headline?: string
  touched: string
  owner?: string
  writers?: string[]
  workflow?: string
  publication?: 'unpublished' | 'live' | 'withdrawn'
  category?: string
  body?: string
  bylines?: number[]
  discarded?: boolean
  waiting?: string
}

/** An article of the desk, with its draft. */
async function write(given: Given) {
  const { name, headline = name, touched, owner = 'li', workflow = 'draft', publication = 'unpublished', category } = given
  const id = idOf(name)
  await db().article.createMany({
    data: { id, createdById: owner, discardedAt: given.discarded ? new Date() : null, waitingSince: given.waiting ?? null },
  })
  const bylines = (given.bylines ?? []).map((personId) => ({ personId, role: 'reporter' as const }))
  const categoryIds = category ? [categories[category] ?? 0] : []
  const content = { ...EMPTY_DRAFT, headline, bylines, categoryIds }
  await db().$executeRaw`
    INSERT INTO "Draft" ("articleId", "content", "contentHash", "headline", "plainText", "characterCount", "headlineTerms", "writerIds")
    VALUES (${id}, ${JSON.stringify(content)}::jsonb, ${id}, ${headline}, ${given.body ?? ''}, 0,
      array_to_tsvector(${headlineTerms(headline)}), ${given.writers ?? [owner]})`
  await db()
    .$executeRaw`UPDATE "Article" SET "workflow" = ${workflow}::"Workflow", "touchedAt" = ${new Date(touched)} WHERE "id" = ${id}`
  if (publication === 'unpublished') return
  await db().$executeRaw`
    INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion",
      "contentHash", "author", "reason") VALUES (${id}, 1, ${headline}, '', '', 0, 1, ${id}, 'test', 'test')`
  await db().$executeRaw`UPDATE "Article" SET "publication" = ${publication}::"Publication", "publishedAt" = ${new Date(touched)},
    "liveRevision" = 1, "draftRevision" = 1 WHERE "id" = ${id}`
}

beforeAll(async () => {
  database = await createTestDatabase()
  for (const { id, role } of [chief, li, editor, staff('zhao', 'reporter')]) {
    await db().staff.create({ data: { id, name: id, email: `${id}@example.test`, role } })
  }
  await insertArticle({
    id: idOf('flood'),
    headline: '全市防汛预案公布',
    at: '2026-11-01T02:00:00Z',
    categories: ['yaowen'],
    tags: ['xun'],
  })
  await insertArticle({
    id: idOf('metro'),
    headline: '地铁五号线开工',
    at: '2026-11-02T02:00:00Z',
    categories: ['jiaotong'],
    source: 'ribao',
  })
  await insertArticle({
    id: idOf('film'),
    headline: '老街影展开幕',
    at: '2026-11-03T02:00:00Z',
    bodyHtml: '<p>影展放映防汛题材纪录片。</p>',
  })
  await insertArticle({ id: idOf('gone'), headline: '旧闻', at: '2026-10-01T02:00:00Z', publication: 'withdrawn' })
  await db().$executeRaw`UPDATE "Article" SET "workflow" = 'ready', "touchedAt" = "publishedAt"`
  for (const { slug, id } of await db().category.findMany()) categories[slug] = id
  for (const { slug, id } of await db().tag.findMany()) tags[slug] = id
  const rail = await db().category.create({
    data: { slug: 'ditie', name: '地铁', sortKey: 'ditie', parentId: categories.jiaotong ?? null },
  })
  categories.ditie = rail.id
  wang = (await db().person.create({ data: { slug: 'wang', name: '王力' } })).id
  await write({
    name: 'note',
    touched: '2026-11-10T02:00:00Z',
    category: 'yaowen',
    bylines: [wang],
    body: '记者从防汛指挥部获悉',
  })
  await write({ name: 'rail', touched: '2026-11-11T02:00:00Z', category: 'ditie', owner: 'zhao' })
  await write({
    name: 'inreview',
    headline: '夜校开班',
    touched: '2026-11-12T02:00:00Z',
    owner: 'zhao',
    workflow: 'first_review',
    category: 'yaowen',
    waiting: '2026-11-12T02:00:00Z',
  })
  await write({ name: 'back', touched: '2026-11-13T02:00:00Z', workflow: 'returned', category: 'jiaotong' })
  await write({
    name: 'ready',
    touched: '2026-11-09T02:00:00Z',
    owner: 'zhao',
    workflow: 'ready',
    waiting: '2026-11-09T02:00:00Z',
  })
  await write({ name: 'waste', touched: '2026-11-14T02:00:00Z', discarded: true })
  await write({ name: 'ours', touched: '2026-11-08T02:00:00Z', owner: 'zhao', writers: ['zhao', 'editor'], category: 'ditie' })
})
afterAll(() => database.drop())

const names = async (filter: ArticleFilter, actor = chief, page: DeskListPage = {}) =>
  (await listDeskArticles(actor, filter, page)).items.map(({ id }) => nameOf(id))

describe('what a list holds', () => {
  it.each<[string, ArticleFilter, string[]]>([
    [
      'everything, last touched first',
      {},
      ['back', 'inreview', 'rail', 'note', 'ready', 'ours', 'film', 'metro', 'flood', 'gone'],
    ],
    ['drafts', { state: 'draft' }, ['rail', 'note', 'ours']],
    ['what is reviewed', { state: 'review', sort: 'waiting' }, ['inreview']],
    ['a stage', { state: 'second_review' }, []],
    ['returned ones', { state: 'returned' }, ['back']],
    ['what may go out', { state: 'ready' }, ['ready']],
    ['live ones by their time', { state: 'live', sort: 'published' }, ['film', 'metro', 'flood']],
    ['the oldest first', { sort: 'oldest' }, ['flood', 'metro', 'film']],
    ['withdrawn ones by their time', { state: 'withdrawn', sort: 'published' }, ['gone']],
    ['discarded ones', { state: 'discarded' }, ['waste']],
    [
      'a category with its subcategories',
      {
        get category() {
          return categories.jiaotong
        },
      },
      ['back', 'rail', 'ours', 'metro'],
    ],
    [
      'a tag',
      {
        get tag() {
          return tags.xun
        },
      },
      ['flood'],
    ],
    ['a source', { source: 1 }, ['metro']],
    [
      'a person of the byline, also where nothing was cut yet',
      {
        get author() {
          return `p${wang}`
        },
      },
      ['note'],
    ],
    ['whoever began it', { author: 'szhao' }, ['inreview', 'rail', 'ready', 'ours']],
    ['a day', { from: '2026-11-02', to: '2026-11-02', sort: 'published' }, ['metro']],
    ['words of a headline', { q: '防汛' }, ['note', 'film', 'flood']],
    ['words of a headline in work', { q: '夜校 开班' }, ['inreview']],
    ['words and a state', { q: '防汛', state: 'draft' }, ['note']],
    ['nothing', { q: '没有', state: 'urgent' }, []],
  ])('%s', async (_, filter, expected) => {
    expect(await names({ ...filter })).toEqual(expected)
  })

  it('counts what there is', async () => {
    expect((await listDeskArticles(chief, {})).count).toEqual({ n: 10, capped: false, about: false })
    expect((await listDeskArticles(chief, { q: '防汛' })).count.n).toBe(3)
  })

  it('says of each what a desk wants to know', async () => {
    const [row] = (await listDeskArticles(chief, { author: `p${wang}` })).items
    expect(row).toMatchObject({
      headline: 'note',
      category: 'yaowen',
      owner: 'li',
      bylines: ['王力'],
      workflow: 'draft',
      editor: null,
    })
  })
})

describe('going on', () => {
  it('goes back and forth without losing or repeating any', async () => {
    const seen: string[] = []
    let page = await listDeskArticles(chief, {}, { size: 3 })
    expect(page.newer).toBeNull()
    for (;;) {
      seen.push(...page.items.map(({ id }) => nameOf(id)))
      if (page.older === null) break
      page = await listDeskArticles(chief, {}, { size: 3, before: page.older })
    }
    expect(seen).toEqual(await names({}))
    const back = await listDeskArticles(chief, {}, { size: 3, after: page.newer ?? '' })
    expect(back.items.map(({ id }) => nameOf(id))).toEqual(seen.slice(-4, -1))
    expect(await names({ state: 'draft', sort: 'touched' }, chief, { after: page.newer ?? '', size: 50 })).toEqual([
      'rail',
      'note',
      'ours',
    ])
  })

  it('takes what is no cursor for the beginning', async () => {
    expect((await names({}, chief, { before: '???' }))[0]).toBe('back')
  })
})

describe('who sees what', () => {
  const everyone = () => [
    chief,
    li,
    editor,
    staff('zhao', 'reporter'),
    staff('editor', 'editor', [categories.yaowen ?? 0]),
    staff('editor', 'editor', [categories.ditie ?? 0]),
    staff('chief', 'chief', [categories.jiaotong ?? 0, categories.ditie ?? 0]),
    staff('other', 'administrator', []),
  ]

  it('is what the rule lets them read', async () => {
    const all = (await db().article.findMany({ where: { discardedAt: null }, select: { id: true } })).map(({ id }) => id)
    for (const actor of everyone()) {
      const readable: string[] = []
      for (const id of all) {
        const facts = await readArticleFacts(db(), id)
        if (facts && may(actor, 'read', facts)) readable.push(nameOf(id))
      }
      expect((await names({}, actor)).toSorted(), `${actor.id} ${actor.role} ${actor.desk}`).toEqual(readable.toSorted())
    }
  })

  it('waits for somebody where they may review or publish it, or it came back to them', async () => {
    for (const actor of everyone()) {
      const expected: string[] = []
      for (const name of await names({}, actor)) {
        const facts = await readArticleFacts(db(), idOf(name))
        if (!facts) throw new Error(name)
        const isMine = facts.ownerId === actor.id || facts.writerIds.includes(actor.id)
        const isReady = facts.publication === 'unpublished' && facts.workflow === 'ready'
        if (may(actor, 'review', facts) || (facts.workflow === 'returned' && isMine) || (isReady && may(actor, 'publish', facts)))
          expected.push(name)
      }
      expect((await names({ waiting: '1' }, actor)).toSorted(), `${actor.id} ${actor.role}`).toEqual(expected.toSorted())
    }
    expect(await names({ waiting: '1', sort: 'waiting' }, editor)).toEqual(['inreview'])
  })

  it('is one’s own where that is asked', async () => {
    expect(await names({ mine: '1' }, editor)).toEqual(['ours'])
    expect(await names({ mine: '1' }, li)).toEqual(['back', 'note'])
  })
})
