import type { Outcome } from '@/newsroom/desk/outcome'
import { nameSlug } from '@/newsroom/slug'
import { freeSlugs } from '@/server/free-slugs'
import type { Actor } from './actor'
import { createNamed, type Kept, type NamedKind } from './create-named'
import { spellingOf } from './ensure-names'

const SOURCE: NamedKind = {
  noun: 'source',
  action: 'create-source',
  async find(tx, name) {
    const found = await tx.source.findUnique({ where: { name }, include: { mergedInto: true } })
    return found?.mergedInto ?? found
  },
  async make(tx, name) {
    const [slug = name] = await freeSlugs([nameSlug(name)], (slugs) => tx.source.findMany({ where: { slug: { in: slugs } } }))
    return await tx.source.create({ data: { name, slug, ...spellingOf(name) }, select: { id: true, name: true } })
  },
}

/** 来源: an outlet texts come from. */
export async function createSource(actor: Actor, input: { name: string }): Promise<Outcome<Kept>> {
  return await createNamed(actor, input, SOURCE)
}
