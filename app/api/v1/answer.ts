import type { z } from 'zod'
import type { Problem } from '@/newsroom/api/answers'
import { problemOf } from '@/newsroom/api/problem'
import { readApiQuery } from '@/newsroom/api/query'
import type { Site } from '@/newsroom/site'
import { config } from '@/server/config'

/** Anybody's page may read what anybody may; what a search engine shows is the pages themselves. */
const OPEN = { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' }

export const site = (): Site => {
  const { SITE_NAME, SITE_URL, SITE_LOCALE, SITE_TIMEZONE } = config()
  return { name: SITE_NAME, url: SITE_URL, locale: SITE_LOCALE, timeZone: SITE_TIMEZONE }
}

export const answer = (value: object, headers: Record<string, string> = {}): Response =>
  Response.json(value, { headers: { ...OPEN, ...headers } })

/** A page of a list: the address of the next one also stands in a Link header (RFC 8288). */
export function pageAnswer<Page extends { items: object[]; next: string | null }>(request: Request, page: Page): Response {
  if (page.next === null) return answer(page)
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('cursor', page.next)
  return answer(page, { link: `<${config().SITE_URL}${pathname}?${searchParams}>; rel="next"` })
}

export function problemAnswer(
  status: number,
  more: Omit<Problem, 'type' | 'title' | 'status'> = {},
  headers: Record<string, string> = {},
): Response {
  const type = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify(problemOf(status, more)), { status, headers: { ...OPEN, ...type, ...headers } })
}

/** Reads what an address asks for and answers it; a wrong parameter is told with its reason. */
export async function answerQuery<Query>(
  request: Request,
  shape: z.ZodType<Query>,
  work: (query: Query) => Promise<Response>,
): Promise<Response> {
  const read = readApiQuery(shape, new URL(request.url).searchParams)
  return read.ok ? await work(read.query) : problemAnswer(400, { errors: read.wrong })
}

export const unknown = (parameter: string, value: string): Response =>
  problemAnswer(400, { errors: [{ parameter, detail: `nothing published has the ${parameter} ${JSON.stringify(value)}` }] })
