import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '@/server/commands/actor'
import { deleteUnusedTags } from '@/server/commands/change-tag'
import { mergeNames } from '@/server/commands/merge-names'
import { unpublishArticle } from '@/server/commands/unpublish-article'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { findRedirect, wasAddress } from './find-redirect'
import { findSource } from './find-source'
import { findTag } from './find-tag'
import { findListedName, listListedNames } from './list-listed-names'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())

const tagId = async (slug: string) => (await db().tag.findUniqueOrThrow({ where: { slug } })).id
const pages = async (slug: string) => [
  (await findTag(slug)) !== null,
  (await findSource(slug)) !== null,
  (await findListedName('tag', slug)) !== null,
  (await findListedName('source', slug)) !== null,
]
const listed = async () => (await listListedNames('tag', { after: null, size: 100 })).items.map(({ slug }) => slug)

it('a tag and an outlet whose last article is gone keep their pages, and stand in no register', async () => {
  await insertArticle({ id: 'aaaaaaaa01', tags: ['dukou'], source: 'dukou' })
  expect([await pages('dukou'), await listed()]).toEqual([[true, true, true, true], ['dukou']])
  await unpublishArticle(SYSTEM, { articleId: 'aaaaaaaa01' })
  expect([await pages('dukou'), await listed()]).toEqual([[true, true, true, true], []])
})

it('so do those that an article was taken from while readers had it', async () => {
  await insertArticle({ id: 'aaaaaaaa02', tags: ['duqiao'], source: 'duqiao' })
  await db().articleTag.deleteMany({ where: { articleId: 'aaaaaaaa02' } })
  await db().article.updateMany({ where: { id: 'aaaaaaaa02' }, data: { sourceId: null } })
  expect(await pages('duqiao')).toEqual([true, true, true, true])
})

it('what only drafts and embargoed articles ever named is still not to be known of', async () => {
  await insertArticle({ id: 'aaaaaaaa03', tags: ['caogao'], source: 'caogao', publication: 'unpublished' })
  await insertArticle({ id: 'aaaaaaaa04', tags: ['jinfa'], source: 'jinfa', at: '2036-01-01T00:00:00Z' })
  await unpublishArticle(SYSTEM, { articleId: 'aaaaaaaa04' })
  await db().articleTag.deleteMany({ where: { articleId: { in: ['aaaaaaaa03', 'aaaaaaaa04'] } } })
  for (const slug of ['caogao', 'jinfa']) expect([slug, await pages(slug)]).toEqual([slug, [false, false, false, false]])
})

it('what a name that readers knew became part of has a page, too', async () => {
  await insertArticle({ id: 'aaaaaaaa05', tags: ['jiu'] })
  await insertArticle({ id: 'aaaaaaaa06', tags: ['xin'], publication: 'unpublished' })
  await unpublishArticle(SYSTEM, { articleId: 'aaaaaaaa05' })
  expect(await findTag('xin')).toBeNull()
  await mergeNames(SYSTEM, { kind: 'tag', fromId: await tagId('jiu'), intoId: await tagId('xin') })
  expect(await findRedirect('/tag/jiu', null)).toBe('/tag/xin')
  expect(await findTag('xin')).not.toBeNull()
})

it('a deleted tag says that it is gone to those who had an address of it, and makes room for another', async () => {
  await insertArticle({ id: 'aaaaaaaa07', tags: ['luo', 'wu'] })
  await db().redirect.createMany({ data: [{ path: '/tag/lao', tagId: await tagId('luo') }] })
  await db().articleTag.deleteMany({ where: { articleId: 'aaaaaaaa07' } })
  await db().tag.createMany({ data: [{ slug: 'meiyou', name: '没有', sortKey: 'meiyou' }] })
  const ids = [await tagId('luo'), await tagId('wu'), await tagId('meiyou')]
  expect(await deleteUnusedTags(SYSTEM, ids)).toEqual({ ok: true, count: 3 })
  const gone = ['/tag/luo', '/tag/lao', '/tag/wu', '/tag/meiyou'].map(async (path) => [path, await wasAddress(path)])
  expect(Object.fromEntries(await Promise.all(gone))).toEqual({
    '/tag/luo': true,
    '/tag/lao': true,
    '/tag/wu': true,
    '/tag/meiyou': false,
  })
  await insertArticle({ id: 'aaaaaaaa08', tags: ['luo', 'duan'] })
  expect(await findTag('luo')).not.toBeNull()
  await mergeNames(SYSTEM, { kind: 'tag', fromId: await tagId('luo'), intoId: await tagId('duan') })
  expect([await findRedirect('/tag/luo', null), await wasAddress('/tag/luo')]).toEqual(['/tag/duan', false])
})
