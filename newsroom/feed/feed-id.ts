import { createHash } from 'node:crypto'

/** Of our own making (RFC 9562 §5.5), so that ids of articles are names in a space of their own. */
const NAMESPACE = Buffer.from('5d0c1e6a0f3b4c0e9d5f1b7a6e2c8f44', 'hex')

/**
 * `urn:uuid:…`, made of the article's id alone: neither a corrected date nor a new address of the site makes an old article new
 * in anybody's feed reader.
 */
export function entryId(articleId: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(articleId).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(hash.toString('hex')) ?? []
  return `urn:uuid:${parts.join('-')}`
}
