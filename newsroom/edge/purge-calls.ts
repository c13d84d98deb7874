import { EVERYTHING } from '@/newsroom/cache-tags'
import { edgeTag } from './edge-tag'

/**
 * How an edge is told to drop pages: `varnish` with the xkey module (deploy/varnish), `cloudflare` and `fastly` by their documented
 * interfaces, `json` for whatever else takes `{"tags": […]}`.
 */
export const PURGE_KINDS = ['varnish', 'cloudflare', 'fastly', 'json'] as const
export type PurgeKind = (typeof PURGE_KINDS)[number]

export interface PurgeCall {
  method: 'PURGE' | 'POST'
  headers: Record<string, string>
  body?: string
}

/** Tags a call takes. */
const MOST_TAGS: Record<PurgeKind, number> = { varnish: 100, cloudflare: 30, fastly: 256, json: 500 }
/** Varnish reads 8 KB of a header; Fastly a key of 1 KB. */
const MOST_CHARACTERS = 4_000
/** More than this, and all is dropped at once. */
const MOST_TOLD = 1_000

/** The tags of many changes as they are told to an edge: each once, thousands as one. */
export function tagsToPurge(changes: readonly (readonly string[])[]): string[] {
  const tags = new Set(changes.flat().map(edgeTag))
  return tags.has(EVERYTHING) || tags.size > MOST_TOLD ? [EVERYTHING] : [...tags]
}

export function purgeCalls(kind: PurgeKind, tags: readonly string[], token: string | undefined): PurgeCall[] {
  return cut(tags, MOST_TAGS[kind]).map((some) => CALL[kind](some, token))
}

const bearer = (token: string | undefined): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})
const json = { 'content-type': 'application/json' }

const CALL: Record<PurgeKind, (tags: string[], token: string | undefined) => PurgeCall> = {
  varnish: (tags, token) => ({ method: 'PURGE', headers: { 'xkey-purge': tags.join(' '), ...bearer(token) } }),
  cloudflare: (tags, token) => ({ method: 'POST', headers: { ...json, ...bearer(token) }, body: JSON.stringify({ tags }) }),
  fastly: (tags, token) => ({
    method: 'POST',
    headers: { ...json, ...(token && { 'fastly-key': token }) },
    body: JSON.stringify({ surrogate_keys: tags }),
  }),
  json: (tags, token) => ({ method: 'POST', headers: { ...json, ...bearer(token) }, body: JSON.stringify({ tags }) }),
}

function cut(tags: readonly string[], most: number): string[][] {
  const calls: string[][] = []
  let characters = 0
  for (const tag of tags) {
    const last = calls.at(-1)
    characters += tag.length + 1
    if (last && last.length < most && characters <= MOST_CHARACTERS) last.push(tag)
    else {
      calls.push([tag])
      characters = tag.length + 1
    }
  }
  return calls
}
