import type { Outcome } from '@/newsroom/desk/outcome'
import { nameSlug } from '@/newsroom/slug'
import { freeSlugs } from '@/server/free-slugs'
import type { Actor } from './actor'
import { createNamed, type Kept, type NamedKind } from './create-named'
import { spellingOf } from './ensure-names'

const TAG: NamedKind = {
  noun: 'tag',
  action: 'create-tag',
  async find(tx, name) {
    const found = await tx.tag.findUnique({ where: { name }, include: { mergedInto: true } })
    const synonym = found ?? (await tx.tagSynonym.findUnique({ where: { term: name }, include: { tag: true } }))?.tag ?? null
    return found?.mergedInto ?? synonym
  },
  async make(tx, name) {
    const [slug = name] = await freeSlugs([nameSlug(name)], (slugs) => tx.tag.findMany({ where: { slug: { in: slugs } } }))
    return await tx.tag.create({ data: { name, slug, ...spellingOf(name) }, select: { id: true, name: true } })
  },
}

/** A new tag. Another word for a tag, or a name that was merged, answers the tag it stands for. */
export async function createTag(actor: Actor, input: { name: string }): Promise<Outcome<Kept>> {
  return await createNamed(actor, input, TAG)
}
