import { z } from 'zod'
import { ARTICLE_TYPES } from '@/newsroom/desk/article-types'
import { BYLINE_ROLES } from '@/newsroom/desk/draft'

/** What the read API answers. The same schemas make /api/v1/openapi.json. */

const address = z.url()
const instant = z.iso.datetime({ offset: true }).describe("With the offset of the site's time zone.")
const named = { slug: z.string(), name: z.string(), url: address.describe('The page for readers.') }

const place = z.strictObject(named).meta({ id: 'Place' })
const outlet = z
  .strictObject({ ...named, homepage: z.string().nullable().describe("The outlet's own address.") })
  .meta({ id: 'Outlet' })
const byline = z.strictObject({ name: z.string(), role: z.enum(BYLINE_ROLES) }).meta({ id: 'Byline' })
const picture = z
  .strictObject({
    url: address,
    width: z.int(),
    height: z.int(),
    alt: z.string(),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
    aiGenerated: z.boolean(),
  })
  .meta({ id: 'Picture' })
const note = { wrong: z.string(), right: z.string(), publishedAt: instant }
const articleCorrection = z.strictObject(note).meta({ id: 'ArticleCorrection' })

const articleShape = {
  id: z.string().describe('Permanent.'),
  url: address.describe('The canonical address.'),
  headline: z.string(),
  kicker: z.string().nullable().describe('引题'),
  subhead: z.string().nullable().describe('副题'),
  standfirst: z.string().nullable().describe('导语'),
  dateline: z.string().nullable().describe('电头'),
  publishedAt: instant,
  updatedAt: instant,
  type: z.enum(ARTICLE_TYPES),
  language: z.string().describe('BCP 47'),
  source: outlet.nullable(),
  sourceUrl: z.string().nullable().describe('The article at the outlet that published it first.'),
  originalHeadline: z.string().nullable(),
  originalAuthor: z.string().nullable(),
  bylines: z.array(byline),
  categories: z.array(place).describe('Its own category first.'),
  tags: z.array(place),
  picture: picture.nullable(),
  corrections: z.array(articleCorrection).describe('The newest first.'),
  aiAssistance: z.enum(['none', 'assisted', 'generated']),
  characterCount: z.int(),
  bodyHtml: z.string().describe('Clean HTML, its addresses absolute, one size of each picture.'),
  bodyText: z.string().describe('The same as plain text, a blank line between paragraphs.'),
}
export type ArticleField = keyof typeof articleShape
export const ARTICLE_FIELDS = Object.keys(articleShape) as [ArticleField, ...ArticleField[]]

/** `fields=` leaves out what is not asked for, so none is required. */
export const apiArticle = z.strictObject(articleShape).partial().meta({ id: 'Article' })
export type ApiArticle = z.output<typeof apiArticle>

const next = z.string().nullable().describe('`cursor` of the next page; null: this is the last one.')
const page = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), next })

export const articlesPage = page(apiArticle).meta({ id: 'ArticlePage' })

const articles = address.describe('Its articles in this API.')
const listed = { ...named, articles }
export const apiCategory = z.strictObject({ ...listed, parent: place.nullable() }).meta({ id: 'Category' })
export const apiTag = z.strictObject(listed).meta({ id: 'Tag' })
export const apiSource = z.strictObject({ ...listed, homepage: z.string().nullable() }).meta({ id: 'Source' })
export const categoriesPage = page(apiCategory).meta({ id: 'CategoryPage' })
export const tagsPage = page(apiTag).meta({ id: 'TagPage' })
export const sourcesPage = page(apiSource).meta({ id: 'SourcePage' })

const apiCorrection = z
  .strictObject({
    ...note,
    article: z.strictObject({ id: z.string(), url: address, headline: z.string(), publishedAt: instant }),
  })
  .meta({ id: 'Correction' })
export const correctionsPage = page(apiCorrection).meta({ id: 'CorrectionPage' })

const searchHit = z
  .strictObject({
    id: z.string(),
    url: address,
    headline: z.string(),
    publishedAt: instant,
    source: place.nullable(),
    category: place.nullable(),
    excerpt: z.string().describe('The passage that shows most of the words.'),
  })
  .meta({ id: 'SearchHit' })
export type ApiSearchHit = z.output<typeof searchHit>
export const searchPage = z
  .strictObject({
    total: z.int().describe('How many there are; of many the first two digits.'),
    exact: z.boolean().describe('Whether they were counted to the last.'),
    items: z.array(searchHit),
    next,
  })
  .meta({ id: 'SearchPage' })

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ parameter: z.string().optional(), field: z.string().optional(), detail: z.string() }))
      .optional()
      .describe('What was wrong, one by one.'),
    withdrawnAt: instant.optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof problem>
