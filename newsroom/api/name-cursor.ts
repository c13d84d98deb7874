import { isSlug } from '@/newsroom/slug'

/** A place in a list ordered by slug, fit for an address whatever the slug is made of. */
export const writeNameCursor = (slug: string): string => Buffer.from(slug).toString('base64url')

/** Null for what is no such place. */
export function readNameCursor(text: string): string | null {
  const slug = Buffer.from(text, 'base64url').toString()
  return isSlug(slug) && writeNameCursor(slug) === text ? slug : null
}
