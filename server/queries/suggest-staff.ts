import { MOST_SUGGESTIONS, readTyped, type Suggestion } from '@/newsroom/desk/suggestion'
import { initialsOf } from '@/newsroom/initials'
import { sortKeyOf } from '@/newsroom/slug'
import { db } from '@/server/db'

/** Who works here: to be mentioned, asked, assigned. */
export async function suggestStaff(given: string): Promise<Suggestion[]> {
  const { text, sortKey, initials } = readTyped(given)
  const staff = await db().staff.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const isFound = (name: string) =>
    name.toLowerCase().includes(text) ||
    (initials !== null && (initialsOf(name).startsWith(initials) || sortKeyOf(name).startsWith(sortKey ?? initials)))
  return staff
    .filter(({ name }) => isFound(name))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id, name }) => ({ id, label: name }))
}
