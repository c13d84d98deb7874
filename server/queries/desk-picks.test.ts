import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import type { Cursor } from '@/newsroom/cursor'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { countPicks, FEW, findStart, pick, type Shape, type Start } from './desk-picks'
import { type Place, placesOf, WHOLE } from './desk-places'

const ACTOR = { kind: 'staff', id: 'a', name: 'a', role: 'chief', desk: null, address: null, userAgent: null } as const
let database: TestDatabase
let byCategory: Place

beforeAll(async () => {
  database = await createTestDatabase()
  for (const [index, letter] of [...'abcdefghij'].entries()) {
    // Half of them in both categories: their rows in the two overlap.
    const categories = index % 2 === 0 ? ['one', 'two'] : index % 3 === 0 ? ['two'] : ['one']
    await insertArticle({ id: `${letter}000000000`, at: `2026-11-${10 + Math.floor(index / 2)}T02:00:00Z`, categories })
  }
  await db().$executeRaw`UPDATE "Article" SET "touchedAt" = "publishedAt"`
  const ids = (await db().category.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
  byCategory = placesOf(ACTOR, { category: 1 }, ids)[0] ?? WHOLE
})
afterAll(() => database.drop())

const shape = (place: Place, descending = true): Shape => ({
  places: [place],
  readable: Prisma.sql`a."id" <> 'd000000000'`,
  kept: Prisma.sql`true`,
  key: Prisma.sql`a."touchedAt"`,
  time: 'touchedAt',
  descending,
  from: null,
  until: new Date('2026-11-14T00:00:00Z'),
})
const letters = (picks: readonly Cursor[]) => picks.map(({ id }) => id.charAt(0)).join('')

/** All of a list, three at a time, by index or by sorting; and back again from its end. */
async function thereAndBack(of: Shape, start: Start) {
  return await db().$transaction(async (tx) => {
    const there: Cursor[] = []
    let cursor: Cursor | null = null
    for (let more = true; more; ) {
      const step = await pick(tx, of, start, { cursor, backwards: false, size: 3 })
      there.push(...step.picks)
      cursor = step.end
      more = step.more
    }
    const back = await pick(tx, of, start, { cursor: there.at(-1) ?? null, backwards: true, size: 50 })
    return { there: letters(there), back: letters(back.picks) }
  })
}

describe('pick', () => {
  it.each([
    ['everything', () => WHOLE],
    ['two categories', () => byCategory],
  ])('finds the same of %s walking an index as sorting, either way round', async (_, placeOf) => {
    for (const descending of [true, false]) {
      const of = shape(placeOf(), descending)
      const sorted = await thereAndBack(of, { place: placeOf(), rows: 1 })
      const walked = await thereAndBack(of, { place: placeOf(), rows: FEW + 1 })
      expect(walked).toEqual(sorted)
      expect(sorted.there).toBe(descending ? 'hgfecba' : 'abcefgh')
      expect(sorted.back).toBe([...sorted.there].toReversed().join('').slice(1))
    }
  })

  it('begins with the place that has the fewest', async () => {
    const none = placesOf(ACTOR, { tag: 99 }, [])[0] ?? WHOLE
    const start = await db().$transaction((tx) => findStart(tx, { ...shape(WHOLE), places: [WHOLE, byCategory, none] }))
    expect(start).toEqual({ place: none, rows: 0 })
  })

  it('counts each article once', async () => {
    const counted = await db().$transaction((tx) => countPicks(tx, shape(byCategory), { place: byCategory, rows: FEW + 1 }))
    expect(counted).toEqual({ n: 7, capped: false })
  })
})
