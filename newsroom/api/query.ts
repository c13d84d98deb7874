import { z } from 'zod'
import { CURSOR, readCursor } from '@/newsroom/cursor'
import { ARTICLE_TYPES } from '@/newsroom/desk/article-types'
import { readPlace } from '@/newsroom/search/search-place'
import { LONGEST_SEARCH } from '@/newsroom/search/search-query'
import { ARTICLE_FIELDS } from './answers'
import { readNameCursor } from './name-cursor'

/** What an address of the read API may be asked, each parameter as it stands in the address. Their JSON Schemas make the document. */
const commaList = <Item extends z.ZodType<string, string>>(item: Item, most: number) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most))

const slug = z.string().min(1).max(100)
/** Whoever forgets that `+` means a space in an address is understood all the same. */
const moment = z
  .string()
  .transform((text) => text.replace(' ', '+'))
  .pipe(
    z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: 'a day (2026-11-30) or an instant with its offset (2026-11-30T08:00:00+08:00)',
    }),
  )
const limit = z
  .stringFormat('limit', /^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(100))
  .default(20)
  .describe('How many at most.')
const NO_CURSOR = 'no `next` of any page'
const cursorWhere = (pattern: RegExp, readable: (text: string) => boolean) =>
  z
    .string()
    .regex(pattern, { error: NO_CURSOR, abort: true })
    .refine(readable, NO_CURSOR)
    .optional()
    .describe('The `next` of the page before. Opaque.')
const timeCursor = cursorWhere(CURSOR, (text) => readCursor(text) !== null)
const nameCursor = cursorWhere(/^[A-Za-z0-9_-]{1,500}$/, (text) => readNameCursor(text) !== null)

const fields = commaList(z.enum(ARTICLE_FIELDS), ARTICLE_FIELDS.length)

export const articlesQuery = z.object({
  category: slug.optional().describe('Slug of a category the article is filed in.'),
  tag: slug.optional().describe('Slug of a tag it has.'),
  source: slug.optional().describe('Slug of the outlet it came from.'),
  type: z.enum(ARTICLE_TYPES).optional().describe('原创 original, 转载 reprint, 编译 translation, 通稿 wire, 投稿 contributed.'),
  from: moment.optional().describe("Published then or later: a day of the site's time zone, or an instant with its offset."),
  to: moment.optional().describe('Published then or earlier; a day counts to its end.'),
  updatedSince: moment.optional().describe('Text, byline or corrections changed then or later.'),
  ids: commaList(z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/), 100)
    .optional()
    .describe('Only these articles.'),
  fields: fields.optional().describe('Only these fields of each article. Unless told, all but bodyHtml and bodyText.'),
  limit,
  cursor: timeCursor,
})
export type ArticlesQuery = z.output<typeof articlesQuery>

export const searchQuery = z.object({
  q: z
    .string()
    .min(1)
    .max(LONGEST_SEARCH)
    .optional()
    .describe(
      'Words that must all be there, “phrases”, -words that must not, 来源:, 作者:, 栏目:, 标签: (or source:, author: …).',
    ),
  category: slug.optional().describe('Slug of a category it is filed in, or below.'),
  tag: slug.optional().describe('Slug of a tag it has.'),
  source: slug.optional().describe('Slug of the outlet it came from.'),
  from: z.iso.date().optional().describe("Published on this day of the site's time zone or later."),
  to: z.iso.date().optional().describe('Published on this day or earlier.'),
  sort: z.enum(['relevance', 'newest']).default('relevance'),
  limit,
  cursor: cursorWhere(/^[\w.-]{1,120}$/, (text) => readPlace(text) !== null),
})
export type SearchParameters = z.output<typeof searchQuery>

export const articleQuery = z.object({ fields: fields.optional().describe('Only these fields. Unless told, all.') })
export const namesQuery = z.object({ limit, cursor: nameCursor })
export const correctionsQuery = z.object({ limit, cursor: timeCursor })

export interface WrongParameter {
  parameter: string
  detail: string
}

/** Reads the query of an address: every parameter at its first value, or each wrong one with the reason. */
export function readApiQuery<Query>(
  shape: z.ZodType<Query>,
  search: URLSearchParams,
): { ok: true; query: Query } | { ok: false; wrong: WrongParameter[] } {
  const given = Object.fromEntries([...search].reverse())
  const read = shape.safeParse(given)
  if (read.success) return { ok: true, query: read.data }
  return { ok: false, wrong: read.error.issues.map(({ path, message }) => ({ parameter: String(path[0]), detail: message })) }
}
