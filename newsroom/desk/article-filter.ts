import { z } from 'zod'
import { isPeriod } from '@/newsroom/calendar'
import { hasControl, type Query, readOne } from '@/newsroom/read-params'
import { ARTICLE_TYPES } from './draft'

/** Where an article stands, as a desk asks for it; each leaves discarded ones out, but the last. */
export const LIST_STATES = [
  'draft',
  /** in any of the three reviews */
  'review',
  'first_review',
  'second_review',
  'final_review',
  'returned',
  /** approved, and waiting to be published */
  'ready',
  /** something is to happen to it at a time */
  'scheduled',
  'live',
  'withdrawn',
  /** 快讯, live before its reviews were complete */
  'urgent',
  /** 废稿 */
  'discarded',
] as const
export type ListState = (typeof LIST_STATES)[number]

/** touched: last worked on, newest first (the usual); published and oldest hold published articles only. */
export const LIST_SORTS = ['touched', 'published', 'oldest', 'waiting', 'planned'] as const

const LONGEST_TEXT = 100
const id = z.coerce.number().int().min(1).max(2_147_483_647)
const day = z.string().length(10).refine(isPeriod)

/** What the articles of the desk are narrowed to, as an address says it. Whatever makes no sense there is left out. */
const articleFilter = z.object({
  state: z.enum(LIST_STATES).optional().catch(undefined),
  /** with all below it */
  category: id.optional().catch(undefined),
  tag: id.optional().catch(undefined),
  source: id.optional().catch(undefined),
  /** `p12` somebody in the byline, `s…` whoever of the staff began it */
  author: z
    .string()
    .regex(/^(p[1-9]\d{0,9}|s[\w-]{1,64})$/)
    .refine((text) => !text.startsWith('p') || Number(text.slice(1)) <= 2_147_483_647)
    .optional()
    .catch(undefined),
  type: z.enum(ARTICLE_TYPES).optional().catch(undefined),
  /** days, both inclusive, of the time the list is sorted by: published, else touched */
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  /** waits for whoever asks: to be reviewed, mended or published by them */
  waiting: z.literal('1').optional().catch(undefined),
  q: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT))
    .refine((text) => text !== '' && !hasControl(text))
    .optional()
    .catch(undefined),
  sort: z.enum(LIST_SORTS).optional().catch(undefined),
})

export type ArticleFilter = z.output<typeof articleFilter>

const FIELDS = Object.keys(articleFilter.shape) as (keyof ArticleFilter)[]

/** What the address of the list asks for. */
export function readFilter(query: Query): ArticleFilter {
  const given = Object.fromEntries(FIELDS.flatMap((field) => [[field, readOne(query, field) ?? undefined]]))
  const { sort, ...filter } = articleFilter.parse(given)
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  return sort === undefined || sort === 'touched' ? set : { ...set, sort }
}

/** The same as an address: `?state=draft&mine=1`, fields always in one order, or "". */
export function filterAddress(filter: ArticleFilter, cursor: { before?: string; after?: string } = {}): string {
  const params = new URLSearchParams()
  for (const field of FIELDS) if (filter[field] !== undefined) params.set(field, String(filter[field]))
  for (const [name, value] of Object.entries(cursor)) if (value) params.set(name, value)
  const text = params.toString()
  return text && `?${text}`
}

/** The views every desk needs, each a filter. */
export const LIST_VIEWS = {
  all: {},
  mine: { mine: '1' },
  waiting: { waiting: '1', sort: 'waiting' },
  draft: { state: 'draft' },
  review: { state: 'review', sort: 'waiting' },
  ready: { state: 'ready', sort: 'waiting' },
  scheduled: { state: 'scheduled' },
  live: { state: 'live', sort: 'published' },
  withdrawn: { state: 'withdrawn' },
  urgent: { state: 'urgent' },
  discarded: { state: 'discarded' },
} as const satisfies Record<string, ArticleFilter>
export type ListView = keyof typeof LIST_VIEWS

/** Which of the views this is; null: none of them. */
export function viewOf(filter: ArticleFilter): ListView | null {
  const address = filterAddress(filter)
  return (Object.keys(LIST_VIEWS) as ListView[]).find((view) => filterAddress(LIST_VIEWS[view]) === address) ?? null
}
