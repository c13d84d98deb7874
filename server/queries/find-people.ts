import type { PersonInput } from '@/newsroom/desk/taxonomy'
import { db } from '@/server/db'

/** People as their forms have them, by id; merged ones are not among them. */
export async function findPeople(ids: number[]): Promise<Record<number, PersonInput>> {
  const people = await db().person.findMany({
    where: { id: { in: ids }, mergedIntoId: null },
    include: { titles: { orderBy: [{ from: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }] } },
  })
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return Object.fromEntries(
    people.map(({ id, name, titles }) => [
      id,
      { name, titles: titles.map(({ title, from, until }) => ({ title, from: day(from), until: day(until) })) },
    ]),
  )
}
