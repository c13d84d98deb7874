import type { PersonInput } from '@/newsroom/desk/taxonomy'
import { db } from '@/server/db'

/** A person as their form has them; null: none, or merged into another. */
export async function findPerson(id: number): Promise<PersonInput | null> {
  const person = await db().person.findFirst({
    where: { id, mergedIntoId: null },
    include: { titles: { orderBy: [{ from: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }] } },
  })
  if (!person) return null
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  return {
    name: person.name,
    titles: person.titles.map(({ title, from, until }) => ({ title, from: day(from), until: day(until) })),
  }
}
