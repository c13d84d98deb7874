import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headlineTerms } from '@/newsroom/headline-terms'
import { fillAll } from '@/server/commands/search-fixture'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { findDeskArticles } from './find-desk-articles'

describe('finding articles from the palette', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('finds drafts one may read, then what readers have, each once, with the headline in work', async () => {
    const [writer, other, editor] = [await insertStaff('林晓'), await insertStaff('周野'), await insertStaff('李编辑', 'editor')]
    await insertArticle({ id: 'live000001', headline: '图书馆新馆开放' })
    await insertArticle({ id: 'live000002', headline: '图书馆来了一位读者' })
    await db().article.createMany({ data: { id: 'mine000001', createdById: writer.id } })
    for (const [articleId, headline] of [
      ['mine000001', '图书馆夜间开放'],
      ['live000002', '图书馆来了两位读者'],
    ] as const) {
      const draft = { articleId, headline, content: { categoryIds: [] }, contentHash: 'x', plainText: '', characterCount: 0 }
      await db().draft.create({ data: { ...draft, writerIds: [writer.id] }, select: { version: true } })
      await db()
        .$executeRaw`UPDATE "Draft" SET "headlineTerms" = array_to_tsvector(${headlineTerms(headline)}) WHERE "articleId" = ${articleId}`
    }
    await fillAll()
    const found = async (staff: typeof writer, text: string) =>
      (await findDeskArticles(staff, text)).map(({ id, headline }) => `${id} ${headline}`).sort()
    const readable = ['live000001 图书馆新馆开放', 'live000002 图书馆来了两位读者']
    expect(await found(writer, '图书馆')).toEqual([...readable, 'mine000001 图书馆夜间开放'])
    expect(await found(editor, '图书馆 开放')).toEqual(['live000001 图书馆新馆开放', 'mine000001 图书馆夜间开放'])
    expect(await found(other, '图书馆')).toEqual(readable)
    expect(await found(writer, '  ')).toEqual([])
  })
})
