import { isPeriod } from '@/newsroom/calendar'
import { hasControl, type Query, readOne } from '@/newsroom/read-params'
import { ARTICLE_TYPES } from './article-types'

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
const MOST_ID = 2_147_483_647

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word | undefined =>
    words.find((word) => word === text)
const isId = (text: string) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MOST_ID
const id = (text: string) => (isId(text) ? Number(text) : undefined)
const day = (text: string) => (text.length === 10 && isPeriod(text) ? text : undefined)

/**
 * What the articles of the desk are narrowed to, as an address says it: each reads its own words, whatever makes no sense there is
 * undefined. By hand, since the page of the list reads addresses as well and a library for it would be a sixth of its script.
 */
const READERS = {
  state: oneOf(LIST_STATES),
  /** with all below it */
  category: id,
  tag: id,
  source: id,
  /** `p12` somebody in the byline, `s…` whoever of the staff began it */
  author: (text: string) => ((text.startsWith('p') ? isId(text.slice(1)) : /^s[\w-]{1,64}$/.test(text)) ? text : undefined),
  type: oneOf(ARTICLE_TYPES),
  /** days, both inclusive, of the time the list is sorted by: published, else touched */
  from: day,
  to: day,
  mine: oneOf(['1']),
  /** waits for whoever asks: to be reviewed, mended or published by them */
  waiting: oneOf(['1']),
  q: (given: string) => {
    const text = given.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT)
    return text !== '' && !hasControl(text) ? text : undefined
  },
  sort: oneOf(LIST_SORTS),
}
type Readers = typeof READERS

export type ArticleFilter = { [Field in keyof Readers]?: ReturnType<Readers[Field]> }

const FIELDS = Object.keys(READERS) as (keyof Readers)[]

/** What the address of the list asks for. */
export function readFilter(query: Query): ArticleFilter {
  const { sort, ...filter } = Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = READERS[field](readOne(query, field) ?? '')
      return value === undefined ? [] : [[field, value]]
    }),
  ) as ArticleFilter
  return sort === undefined || sort === 'touched' ? filter : { ...filter, sort }
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
