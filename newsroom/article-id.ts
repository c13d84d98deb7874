import { createHash } from 'node:crypto'

// Crockford's base 32: no i, l, o, u, so an id survives being read aloud or typed.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 10
const ID = /^[0-9a-hjkmnp-tv-z]{10}$/

/**
 * The permanent id of an article, from what an import finds it by again, so that an archive gets the same addresses in
 * every database. When another key has the id already (once in 10¹⁵ pairs), take the next `attempt`.
 */
export function articleId(importKey: string, attempt = 0): string {
  const digest = createHash('sha256')
    .update(attempt === 0 ? importKey : `${importKey}\0${attempt}`, 'utf8')
    .digest()
  return spell(digest)
}

/** The id of an article that begins here, from eight random bytes or more. */
export const newArticleId = (random: Uint8Array): string => spell(Buffer.from(random))

function spell(bytes: Buffer): string {
  let bits = bytes.readBigUInt64BE(0)
  let id = ''
  for (let index = 0; index < LENGTH; index++) {
    id = ALPHABET[Number(bits & 31n)] + id
    bits >>= 5n
  }
  return id
}

export function isArticleId(text: string): boolean {
  return ID.test(text)
}
