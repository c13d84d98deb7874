import { z } from 'zod'
import { ARTICLE_TYPES } from '@/newsroom/desk/article-types'
import { BYLINE_ROLES } from '@/newsroom/desk/draft'
import { legible } from '@/newsroom/html/html-tree'

const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => legible(text).replace(/\s+/g, ' ').trim())
/** Something must be left of it. */
const words = (most: number) => line(most).refine((text) => text !== '', 'is blank')
const FIRST = Date.parse('0001-01-01T00:00:00Z')

/** One article as a wire delivers it. null is the same as not told. */
export const wireItem = z
  .strictObject({
    externalId: z
      .string()
      .regex(/^[^\p{C}\p{Z}]{1,200}$/u)
      .describe('The id the wire itself knows it by: whatever comes with the same id is the same article.'),
    headline: words(200),
    kicker: line(200).nullish().describe('引题'),
    subhead: line(200).nullish().describe('副题'),
    standfirst: line(2_000).nullish().describe('导语'),
    bodyHtml: z.string().max(500_000).nullish().describe('HTML of any making; what is not allowed is cut from it.'),
    bodyMarkdown: z.string().max(500_000).nullish().describe('Instead of bodyHtml.'),
    type: z.enum(ARTICLE_TYPES).nullish().describe('wire (通稿) unless told'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
      .nullish()
      .describe("BCP 47; the site's own unless told"),
    source: z
      .strictObject({
        name: words(80),
        url: z
          .url({ protocol: /^https?$/ })
          .max(2_000)
          .nullish()
          .describe('The article at the outlet that published it first.'),
        author: words(60).nullish().describe('Whoever wrote it there; stands in the byline as its author.'),
      })
      .nullish()
      .describe('The outlet it comes from; made where it is new.'),
    bylines: z
      .array(z.strictObject({ name: words(60), role: z.enum(BYLINE_ROLES) }))
      .max(20)
      .nullish(),
    categories: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(10)
      .describe('By slug or by name, its own first. They must exist.'),
    tags: z.array(words(50)).max(30).nullish().describe('By name; made where they are new.'),
    publishedAt: z.iso
      .datetime({ offset: true })
      .refine((text) => Date.parse(text) >= FIRST, 'is before the year 1')
      .nullish()
      .describe('Now unless told; in the future: it waits until then. What is live keeps the time it has.'),
    publish: z.boolean().nullish().describe('false: a draft for the desk. Unless told, what the token allows.'),
  })
  .refine(({ bodyHtml, bodyMarkdown }) => (bodyHtml == null) !== (bodyMarkdown == null), {
    path: ['bodyHtml'],
    message: 'either bodyHtml or bodyMarkdown',
  })
  .meta({ id: 'WireItem' })
export type WireItem = z.output<typeof wireItem>

export const wireResult = z
  .strictObject({
    externalId: z.string().nullable(),
    outcome: z.enum(['created', 'changed', 'unchanged', 'refused']),
    id: z.string().nullable(),
    url: z.url().nullable().describe('Where readers find it; null while they do not.'),
    keptAside: z
      .boolean()
      .describe(
        'The newsroom has edited, withdrawn or thrown away the article: the text is kept for the desk, readers do not see it.',
      ),
    errors: z.array(z.strictObject({ field: z.string(), detail: z.string() })),
  })
  .meta({ id: 'WireResult' })
export type WireResult = z.output<typeof wireResult>

export const delivery = z.union([wireItem, z.array(wireItem).min(1).max(100)])
export const receipt = z.strictObject({ items: z.array(wireResult) }).meta({ id: 'Receipt' })

/** What is wrong with an item, field by field, as `source.name`. */
export const itemFaults = (issues: readonly z.core.$ZodIssue[]): WireResult['errors'] =>
  issues.map(({ path, message }) => ({ field: path.join('.'), detail: message }))
