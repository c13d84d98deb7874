import { z } from 'zod'
import { isPeriod } from '@/newsroom/calendar'
import { isSlug } from '@/newsroom/slug'

/** What of the paper's order has a page, and so an address. */
export const ADDRESSED_KINDS = ['category', 'tag', 'source'] as const
export type AddressedKind = (typeof ADDRESSED_KINDS)[number]

/** What of it can be made one with another of its kind. */
export const MERGE_KINDS = ['category', 'tag', 'source', 'person'] as const
export type MergeKind = (typeof MERGE_KINDS)[number]

const name = z.string().trim().min(1).max(80)
/** "": one is proposed from the name */
const slug = z
  .string()
  .trim()
  .refine((text) => text === '' || isSlug(text), 'slug-invalid')
const id = z.number().int().positive()
const day = z.iso.date().refine(isPeriod).nullable()

export const categoryInput = z.object({
  name,
  slug,
  parentId: id.nullable(),
  /** 审次 */
  reviewStages: z.number().int().min(0).max(3),
})
export type CategoryInput = z.output<typeof categoryInput>

export const tagInput = z.object({ name, slug, synonyms: z.array(name).max(50) })
export type TagInput = z.output<typeof tagInput>

export const sourceInput = z.object({
  name,
  slug,
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).transform((text) => text || null),
})
export type SourceInput = z.output<typeof sourceInput>

export const personInput = z.object({
  name,
  /** 职务 with their days, newest last */
  titles: z
    .array(
      z.object({ title: name, from: day, until: day }).refine(({ from, until }) => !from || !until || from <= until, 'invalid'),
    )
    .max(50),
})
export type PersonInput = z.output<typeof personInput>
