import { Prisma } from '@/generated/prisma/client'
import { categoryLexeme, personLexeme, sourceLexeme, tagLexeme } from '@/newsroom/search/lexeme'
import type { SearchQuery } from '@/newsroom/search/search-query'
import type { Ask } from '@/server/search-pool'

const MOST_NAMES = 50

/** Of each filter the lexemes one of which an article must have; null when a filter names nothing there is. */
export async function facetsOf(ask: Ask, query: SearchQuery): Promise<string[][] | null> {
  const { source, author, category, tag } = query
  const groups = [
    ...(source === null ? [] : [(await named(ask, 'Source', source)).map(sourceLexeme)]),
    ...(author === null ? [] : [(await named(ask, 'Person', author)).map(personLexeme)]),
    ...(category === null ? [] : [(await below(ask, await named(ask, 'Category', category))).map(categoryLexeme)]),
    ...(tag === null ? [] : [(await named(ask, 'Tag', tag)).map(tagLexeme)]),
  ]
  return groups.some((group) => group.length === 0) ? null : groups
}

/** By slug, name or pinyin; what was merged leads to what it was merged into. Where nothing is called so, names that begin so. */
async function named(ask: Ask, table: 'Source' | 'Person' | 'Category' | 'Tag', text: string): Promise<number[]> {
  const name = text.normalize('NFKC').trim()
  const latin = name.toLowerCase()
  const rows = Prisma.raw(`"${table}"`)
  const isCalled = (where: Prisma.Sql) =>
    ask<{ id: number }>(
      Prisma.sql`SELECT DISTINCT coalesce(n."mergedIntoId", n."id") AS "id" FROM ${rows} n WHERE ${where} LIMIT ${MOST_NAMES}`,
    )
  const exactly = await isCalled(Prisma.sql`n."slug" = ${name} OR n."name" = ${name}`)
  if (exactly.length > 0) return exactly.map(({ id }) => id)
  const nearly = await isCalled(Prisma.sql`${latin} IN (n."initials", n."sortKey") OR starts_with(n."name", ${name})`)
  return nearly.map(({ id }) => id)
}

async function below(ask: Ask, ids: number[]): Promise<number[]> {
  const rows = await ask<{ id: number }>(Prisma.sql`
    WITH RECURSIVE below AS (
      SELECT "id" FROM unnest(${ids}::int[]) asked ("id")
      UNION SELECT c."id" FROM "Category" c JOIN below b ON c."parentId" = b."id")
    SELECT "id" FROM below`)
  return rows.map(({ id }) => id)
}
