import { createHash } from 'node:crypto'
import { isLite } from '@/newsroom/addresses'
import type { Address } from '@/newsroom/page-address'
import { cutScripts } from './cut-scripts'
import { type Bodies, type Coding, encodeBody } from './encodings'
import { cacheControl, edgeHeaders, guardingHeaders } from './headers'
import { litePage } from './lite-page'
import { bodyOf, type HeaderList, type Page } from './page'
import type { Rendered } from './render'
import { headText } from './send-whole'

export type PageAddress = Extract<Address, { way: 'page' }>

/** What a kept page costs beside its bodies: the object, its heads, its place in the store. */
const OVERHEAD_BYTES = 8192
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
  return {
    key: address.key,
    section: address.section,
    deep: address.deep,
    status: rendered.status,
    bodies: {
      identity: bodyOf(bodies.identity),
      ...(bodies.br && { br: bodyOf(bodies.br) }),
      ...(bodies.gzip && { gzip: bodyOf(bodies.gzip) }),
    },
    // Whoever has the page already takes today's guard from here (RFC 9111 §3.2).
    heads: headsOf(rendered.status, bodies, common, [...guard, ...caching, ...tagged]),
    tags: rendered.tags,
    untilMs: rendered.untilMs,
    droppedMs: null,
    sizeBytes: sizeOf(address.key, bodies, rendered.tags),
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
function headsOf(status: number, bodies: Bodies, common: HeaderList, caching: HeaderList): Page['heads'] {
  const hash = createHash('sha256').update(bodies.identity).digest('base64url').slice(0, 22)
  const headOf = (coding: Coding, body: Buffer) => {
    const etag = coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"`
    const coded = coding === 'identity' ? [] : ['Content-Encoding', coding]
    const full = [...common, ...coded, 'ETag', etag, 'Content-Length', String(body.length)]
    return {
      etag,
      full,
      text: headText(status, full),
      notModified: [...caching, 'ETag', etag],
    }
  }
  return {
    identity: headOf('identity', bodies.identity),
    ...(bodies.br && { br: headOf('br', bodies.br) }),
    ...(bodies.gzip && { gzip: headOf('gzip', bodies.gzip) }),
  }
}

function sizeOf(key: string, bodies: Bodies, tags: readonly string[]): number {
  const bytes = bodies.identity.length + (bodies.br?.length ?? 0) + (bodies.gzip?.length ?? 0)
  return bytes + OVERHEAD_BYTES + key.length * 4 + tags.reduce((sum, tag) => sum + TAG_BYTES + tag.length * 2, 0)
}
