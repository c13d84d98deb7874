import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LabelChange } from '@/newsroom/desk/labels'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import {
  deedsOf,
  openDesk,
  publishableText,
  refusals,
  rewrite,
  signAs,
  type TestDesk,
  well,
  write,
  writeReady,
} from './desk-fixture'
import { labelArticle } from './label-article'
import { publishArticle } from './publish-article'
import { submitArticle } from './submit-article'

let database: TestDatabase
let desk: TestDesk
const tags: number[] = []
const none: LabelChange = { addTagIds: [], removeTagIds: [], category: null }

beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
  for (const slug of ['flood', 'metro', 'film'])
    tags.push((await db().tag.create({ data: { slug, name: slug, sortKey: slug } })).id)
})
afterAll(() => database.drop())

const contentOf = async (articleId: string) =>
  (await db().draft.findUniqueOrThrow({ where: { articleId } })).content as { tagIds: number[]; categoryIds: number[] }
const filedUnder = async (articleId: string) => ({
  tagIds: (await db().articleTag.findMany({ where: { articleId }, orderBy: { position: 'asc' } })).map(({ tagId }) => tagId),
  categoryIds: (await db().articleCategory.findMany({ where: { articleId }, orderBy: { position: 'asc' } })).map(
    (row) => row.categoryId,
  ),
})
const category = (index: number, own = true) => ({ id: desk.categories[index] ?? 0, own })
const tag = (index: number) => tags[index] ?? 0
const busTags = async () => (await db().busEvent.findMany({ orderBy: { id: 'desc' }, take: 1 }))[0]?.tags ?? []

describe('labelArticle', () => {
  it('files a draft, in the draft and in the desk’s lists', async () => {
    const id = await write(desk.reporter, publishableText(desk.categories[3], { tagIds: [tag(0)] }))
    const change = { addTagIds: [tag(1), tag(2)], removeTagIds: [tag(0)], category: category(2) }
    expect(well(await labelArticle(desk.editor, { articleId: id, ...change })).changed).toBe(true)
    const expected = { tagIds: [tag(1), tag(2)], categoryIds: [desk.categories[2], desk.categories[3]] }
    expect(await contentOf(id)).toMatchObject(expected)
    expect(await filedUnder(id)).toEqual(expected)
    expect(await deedsOf(id)).toContain('article.label')
    expect(well(await labelArticle(desk.editor, { articleId: id, ...change })).changed).toBe(false)
  })

  it('tags what is in review without touching its signatures, and leaves its category alone', async () => {
    const id = await write(desk.reporter, publishableText(desk.categories[3]))
    well(await submitArticle(desk.reporter, { articleId: id }))
    await signAs(id, desk.editor)
    well(await labelArticle(desk.chief, { articleId: id, ...none, addTagIds: [tag(0)] }))
    expect(await db().signature.count({ where: { articleId: id, voidedAt: null } })).toBe(1)
    expect(refusals(await labelArticle(desk.chief, { articleId: id, ...none, category: category(1) }))).toEqual([
      'label.reviewed',
    ])
    expect(refusals(await labelArticle(desk.chief, { articleId: id, ...none, category: category(3) }))).toEqual([])
    await signAs(id, desk.otherEditor, desk.chief)
    expect(refusals(await labelArticle(desk.chief, { articleId: id, ...none, category: category(1) }))).toEqual([
      'label.reviewed',
    ])
    well(await publishArticle(desk.chief, { articleId: id }))
    expect((await filedUnder(id)).tagIds).toEqual([tag(0)])
  })

  it('files what is live anew at once, and drops the pages it stood on and stands on', async () => {
    const id = await writeReady(desk, { tagIds: [tag(0)] })
    well(await publishArticle(desk.chief, { articleId: id }))
    well(await labelArticle(desk.editor, { articleId: id, addTagIds: [tag(1)], removeTagIds: [tag(0)], category: category(2) }))
    expect(await filedUnder(id)).toEqual({ tagIds: [tag(1)], categoryIds: [desk.categories[2], desk.categories[3]] })
    expect(await busTags()).toEqual(
      expect.arrayContaining([
        `article:${id}`,
        `list:tag:${tag(0)}`,
        `list:tag:${tag(1)}`,
        `list:category:${desk.categories[2]}`,
      ]),
    )
    expect(refusals(await publishArticle(desk.chief, { articleId: id }))).toEqual(['publish.nothing-new'])
  })

  it('files both what readers see and the text in work, each from where it stands', async () => {
    const id = await writeReady(desk, { tagIds: [tag(0)] })
    well(await publishArticle(desk.chief, { articleId: id }))
    await rewrite(desk.editor, id, { headline: '另一个标题', tagIds: [tag(0), tag(2)] })
    well(await labelArticle(desk.editor, { articleId: id, ...none, addTagIds: [tag(1)] }))
    expect((await filedUnder(id)).tagIds).toEqual([tag(0), tag(1)])
    expect((await contentOf(id)).tagIds).toEqual([tag(0), tag(2), tag(1)])
  })

  it('files an import that nobody opened', async () => {
    await insertArticle({ id: 'imported00', categories: ['yaowen'], tags: ['old'] })
    await db().$executeRaw`UPDATE "Article" SET "workflow" = 'ready' WHERE "id" = 'imported00'`
    well(await labelArticle(desk.editor, { articleId: 'imported00', ...none, addTagIds: [tag(0)], category: category(1, false) }))
    const filed = await filedUnder('imported00')
    expect(filed.tagIds.slice(1)).toEqual([tag(0)])
    expect(filed.categoryIds.slice(1)).toEqual([desk.categories[1]])
    expect(await db().draft.count({ where: { articleId: 'imported00' } })).toBe(0)
  })

  it('asks whether one may, and whether the labels exist', async () => {
    const id = await write(desk.reporter, publishableText(desk.categories[3]))
    const stranger = await insertStaff('外栏编辑', 'editor', [desk.categories[0] ?? 0])
    expect(refusals(await labelArticle(desk.reporter, { articleId: id, ...none, addTagIds: [tag(0)] }))).toEqual(['denied.role'])
    expect(refusals(await labelArticle(stranger, { articleId: id, ...none, addTagIds: [tag(0)] }))).toEqual(['denied.desk'])
    expect(refusals(await labelArticle(desk.editor, { articleId: id, ...none, addTagIds: [987] }))).toEqual(['unknown.tag'])
    expect(refusals(await labelArticle(desk.editor, { articleId: 'none000000', ...none }))).toEqual(['not-found'])
  })
})
