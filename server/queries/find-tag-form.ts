import type { TagInput } from '@/newsroom/desk/taxonomy'
import { db } from '@/server/db'

/** A tag as its form has it; null: none, or merged into another. */
export async function findTagForm(id: number): Promise<TagInput | null> {
  const tag = await db().tag.findFirst({
    where: { id, mergedIntoId: null },
    include: { synonyms: { select: { term: true }, orderBy: { term: 'asc' } } },
  })
  return tag && { name: tag.name, slug: tag.slug, synonyms: tag.synonyms.map(({ term }) => term) }
}
