import { z } from 'zod'

const articleId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/)
const instant = z.iso.datetime()

/** What somebody chose for the front page. What nobody chooses fills itself: the newest, the busiest sections. */
export const frontPageLayout = z.object({
  /** lead first */
  stories: z.array(z.object({ articleId, until: instant.nullable() })).max(12),
  /** in their order; those left out follow as they would by themselves */
  sections: z.array(z.object({ categoryId: z.number().int().positive(), hidden: z.boolean() })).max(100),
  /** 突发 */
  breaking: z.object({ text: z.string().min(1).max(80), articleId: articleId.nullable(), until: instant }).nullable(),
})

export type FrontPageLayout = z.output<typeof frontPageLayout>

export const EMPTY_LAYOUT: FrontPageLayout = { stories: [], sections: [], breaking: null }
