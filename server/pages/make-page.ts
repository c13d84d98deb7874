import { createHash } from 'node:crypto'
import { isLite } from '@/newsroom/addresses'
import type { Address } from '@/newsroom/page-address'
import { cutScripts } from './cut-scripts'
import { type Bodies, type Coding, encodeBody } from './encodings'
import { cacheControl, edgeHeaders, guardingHeaders } from './headers'
import { litePage } from './lite-page'
import type { HeaderList, Page, Representation } from './page'
import type { Rendered } from './render'
import { makeWhole } from './send-whole'

export type PageAddress = Extract<Address, { way: 'page' }>

/** What a kept page costs beside its bytes, its address and its tags: the object and its place in the store. */
const PAGE_BYTES = 2048
/** And each of its codings: the lists of its headers. */
const REPRESENTATION_BYTES = 896
const RETRY_AFTER_S = '5'
/** A tag in the page and in the index. */
const TAG_BYTES = 160

/** Turns what Next answered into a page for everyone: scripts cut, compressed, with its headers. */
export async function makePage(address: PageAddress, rendered: Rendered, siteUrl: string, keepable: boolean): Promise<Page> {
  const type = rendered.headers['content-type'] ?? ''
  const redirects = rendered.headers.location !== undefined
  const body = redirects ? Buffer.alloc(0) : contentOf(address, rendered, type)
  const bodies = await encodeBody(body, type)
  const control = cacheControl(address.section, keepable)
  const caching = ['Cache-Control', control, 'Vary', 'Accept-Encoding']
  const ends = rendered.untilMs !== Number.POSITIVE_INFINITY
  const tagged = edgeHeaders({ control, status: rendered.status, tags: rendered.tags, ends })
  const guard = guardingHeaders(rendered.isFile ? '' : type, siteUrl, isLite(address.key))
  const common = [...ownHeaders(rendered, siteUrl, redirects), ...guard, ...caching, ...tagged]
  // Whoever has the page already takes today's guard from its 304 (RFC 9111 §3.2).
  const representations = representationsOf(rendered.status, bodies, common, [...guard, ...caching, ...tagged])
  return {
    key: address.key,
    section: address.section,
    deep: address.deep,
    status: rendered.status,
    representations,
    tags: rendered.tags,
    untilMs: rendered.untilMs,
    droppedMs: null,
    sizeBytes: sizeOf(address.key, representations, rendered.tags),
  }
}

function contentOf({ key }: PageAddress, { body, isFile }: Rendered, type: string): Buffer {
  if (!type.startsWith('text/html') || isFile) return body
  const html = body.toString()
  return Buffer.from(isLite(key) ? litePage(html) : cutScripts(html))
}

function ownHeaders(rendered: Rendered, siteUrl: string, redirects: boolean): HeaderList {
  const headers = Object.entries(rendered.headers).filter(([name]) => !(redirects && name === 'content-type'))
  const later = rendered.status === 503 ? ['Retry-After', RETRY_AFTER_S] : []
  return [...later, ...headers.flatMap(([name, value]) => [name, name === 'location' ? sitePath(value, siteUrl) : value])]
}

/** A redirect inside the site is sent as a path, whatever name the visitor knows the site by. */
function sitePath(location: string, siteUrl: string): string {
  return location.startsWith(`${siteUrl}/`) ? location.slice(siteUrl.length) : location
}

/** One strong ETag per content coding (RFC 9110 §8.8): the bytes sent differ. */
function representationsOf(status: number, bodies: Bodies, common: HeaderList, caching: HeaderList): Page['representations'] {
  const hash = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 22)
  const representationOf = (coding: Coding, body: Buffer, isKept = true): Representation => {
    const etag = coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`
    const coded = coding === 'identity' ? [] : ['Content-Encoding', coding]
    const full = [...common, ...coded, 'ETag', etag, 'Content-Length', String(body.length)]
    return {
      etag,
      full,
      notModified: [...caching, 'ETag', etag],
      whole: isKept ? makeWhole(status, full, body) : null,
    }
  }
  return {
    identity: representationOf('identity', bodies.identity, !bodies.br),
    ...(bodies.br && { br: representationOf('br', bodies.br) }),
    ...(bodies.gzip && { gzip: representationOf('gzip', bodies.gzip) }),
  }
}

function sizeOf(key: string, representations: Page['representations'], tags: readonly string[]): number {
  const bytes = Object.values(representations).reduce(
    (sum, { whole }) => sum + (whole?.bytes.length ?? 0) + REPRESENTATION_BYTES,
    0,
  )
  return bytes + PAGE_BYTES + key.length * 4 + tags.reduce((sum, tag) => sum + TAG_BYTES + tag.length * 2, 0)
}
