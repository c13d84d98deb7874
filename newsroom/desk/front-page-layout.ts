import { z } from 'zod'

const articleId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/)
const instant = z.iso.datetime()

/** What somebody chose for the front page. What nobody chooses fills itself: the newest, the busiest sections. */
export const frontPageLayout = z.object({
  /** lead first */
  stories: z.array(z.object({ articleId, until: instant.nullable() })).max(6),
  /** in their order; those left out follow as they would by themselves */
  sections: z.array(z.object({ categoryId: z.number().int().positive(), hidden: z.boolean() })).max(100),
  /** 突发 */
  breaking: z.object({ text: z.string().min(1).max(80), articleId: articleId.nullable(), until: instant }).nullable(),
})

export type FrontPageLayout = z.output<typeof frontPageLayout>

export const EMPTY_LAYOUT: FrontPageLayout = { stories: [], sections: [], breaking: null }

/** What of a layout is in force at an instant, and when that ends by itself. */
export function layoutAt(layout: FrontPageLayout, now: Date): { layout: FrontPageLayout; until: Date | null } {
  const lasts = (until: string | null) => until === null || new Date(until) > now
  const stories = layout.stories.filter((story) => lasts(story.until))
  const breaking = layout.breaking && lasts(layout.breaking.until) ? layout.breaking : null
  const ends = [...stories, ...(breaking ? [breaking] : [])].flatMap(({ until }) =>
    until === null ? [] : [new Date(until).getTime()],
  )
  return { layout: { ...layout, stories, breaking }, until: ends.length > 0 ? new Date(Math.min(...ends)) : null }
}
