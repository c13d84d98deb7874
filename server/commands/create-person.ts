import type { Outcome } from '@/newsroom/desk/outcome'
import type { Actor } from './actor'
import { createNamed, type Kept, type NamedKind } from './create-named'
import { spellingOf } from './ensure-names'

/** As imports have it: 李 明 and 李明 are one person. */
const slugOf = (name: string) => name.replace(/\s+/g, '')

const PERSON: NamedKind = {
  noun: 'person',
  action: 'create-person',
  async find(tx, name) {
    const found = await tx.person.findUnique({ where: { slug: slugOf(name) }, include: { mergedInto: true } })
    return found?.mergedInto ?? found
  },
  async make(tx, name) {
    return await tx.person.create({ data: { name, slug: slugOf(name), ...spellingOf(name) }, select: { id: true, name: true } })
  },
}

/** Somebody for a byline. */
export async function createPerson(actor: Actor, input: { name: string }): Promise<Outcome<Kept>> {
  return await createNamed(actor, input, PERSON)
}
