import { readJson } from '@/app/api/read-json'
import { problemAnswer } from '@/app/api/v1/answer'
import type { Problem } from '@/newsroom/api/answers'
import { MOST_BYTES, MOST_ITEMS } from '@/newsroom/api/wire'
import { itemFaults, type WireItem, type WireResult, wireItem } from '@/newsroom/api/wire-item'
import { admitToken } from '@/server/commands/admit-token'
import { ingestArticles } from '@/server/commands/ingest-articles'
import { clientAddressOf } from '@/server/session'

const PRIVATE = { 'cache-control': 'private, no-store' }
const FAULTS = {
  400: 'The body is no JSON.',
  413: `A delivery has at most ${MOST_BYTES} bytes.`,
  415: 'The body must be application/json.',
} as const

const refuse = (status: number, detail: string, headers: Record<string, string> = {}): Response =>
  problemAnswer(status, { detail } satisfies Partial<Problem>, { ...PRIVATE, ...headers })

/**
 * Takes in an article, or a list of them. Who asks is told by the token alone, which no browser sends of itself: a cookie counts
 * for nothing here, so nobody's page can deliver for somebody else.
 */
export async function POST(request: Request): Promise<Response> {
  const [, token = null] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const admitted = await admitToken(token, clientAddressOf(request.headers))
  if (!admitted.ok) {
    const { waitSeconds } = admitted
    if (waitSeconds > 0) return refuse(429, 'Too many requests for now.', { 'retry-after': String(waitSeconds) })
    return refuse(401, 'A bearer token that is good now is needed.', { 'www-authenticate': 'Bearer' })
  }
  const read = await readJson(request, MOST_BYTES)
  if ('fault' in read) return refuse(read.fault, FAULTS[read.fault])
  const items = Array.isArray(read.value) ? read.value : [read.value]
  if (items.length === 0 || items.length > MOST_ITEMS) return refuse(400, `A delivery has 1 to ${MOST_ITEMS} articles.`)
  const results = await deliver(items, async (good) => await ingestArticles(admitted.actor, good))
  const refused = results.filter(({ outcome }) => outcome === 'refused').length
  const status = refused === 0 ? 200 : refused < results.length ? 207 : 422
  return Response.json({ items: results }, { status, headers: PRIVATE })
}

/** Those that can be read go on; each result stands where its article did. */
async function deliver(items: unknown[], take: (good: WireItem[]) => Promise<WireResult[]>): Promise<WireResult[]> {
  const read = items.map((item) => wireItem.safeParse(item))
  const good = read.flatMap(({ data }) => data ?? [])
  const taken = good.length === 0 ? [] : await take(good)
  return read.map(({ error }, index) => {
    const result = error ? null : taken.shift()
    if (result) return result
    const errors = itemFaults(error?.issues ?? [])
    return { externalId: externalIdOf(items[index]), outcome: 'refused', id: null, url: null, keptAside: false, errors }
  })
}

function externalIdOf(item: unknown): string | null {
  const { externalId } = (item ?? {}) as { externalId?: unknown }
  return typeof externalId === 'string' ? externalId.slice(0, 200) : null
}
