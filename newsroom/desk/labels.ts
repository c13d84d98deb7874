import { z } from 'zod'
import type { DraftContent } from './draft'

const id = z.number().int().positive()

/** How articles are to be filed: tags put on and taken off, a category as their own or beside it. */
export const labelChange = z.object({
  addTagIds: z.array(id).max(50),
  removeTagIds: z.array(id).max(50),
  category: z.object({ id, own: z.boolean() }).nullable(),
})
export type LabelChange = z.output<typeof labelChange>

type Labels = Pick<DraftContent, 'categoryIds' | 'tagIds'>

/** The labels after the change, those that stay in their order. The category it had of its own stays beside the new one. */
export function withLabels({ categoryIds, tagIds }: Labels, { addTagIds, removeTagIds, category }: LabelChange): Labels {
  const kept = tagIds.filter((tag) => !removeTagIds.includes(tag))
  const others = category?.own ? categoryIds.filter((each) => each !== category.id) : categoryIds
  const filed = category === null ? categoryIds : category.own ? [category.id, ...others] : [...new Set([...others, category.id])]
  return { categoryIds: filed, tagIds: [...new Set([...kept, ...addTagIds])] }
}

export const sameIds = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join()
