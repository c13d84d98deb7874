import type { Suggestion } from '@/newsroom/desk/suggestion'
import { db } from '@/server/db'
import { suggestNames } from './suggest-names'

/** People for a byline, with the title they hold today: namesakes are told apart by it. */
export async function suggestPeople(text: string): Promise<Suggestion[]> {
  const people = await suggestNames('people', text)
  const titles = await db().$queryRaw<{ personId: number; title: string }[]>`
    SELECT DISTINCT ON ("personId") "personId", "title" FROM "PersonTitle"
    WHERE "personId" = ANY(${people.map(({ id }) => Number(id))})
      AND coalesce("from", '-infinity') <= current_date AND coalesce("until", 'infinity') >= current_date
    ORDER BY "personId", "from" DESC NULLS LAST, "id" DESC`
  const titleOf = new Map(titles.map(({ personId, title }) => [personId, title]))
  return people.map((person) => {
    const title = titleOf.get(Number(person.id))
    return title === undefined ? person : { ...person, title }
  })
}
