import { createHash, randomBytes } from 'node:crypto'

/** What a link or a cookie carries: 256 bits, URL-safe. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
