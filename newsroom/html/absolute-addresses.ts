/** Tags as the sanitizer writes them; what stands in a text begins none, and quotes in an attribute are written out. */
const TAG = /<[a-z][^>]*>/g
const ADDRESS = /( (?:href|src)=")\/(?!\/)/g
const SOURCE_SET = /( srcset=")([^"]*)"/g

/** A clean body with its addresses as they are outside the site; `origin` without a closing slash. */
export function withAbsoluteAddresses(bodyHtml: string, origin: string): string {
  return bodyHtml.replace(TAG, (tag) =>
    tag
      .replace(ADDRESS, `$1${origin}/`)
      .replace(SOURCE_SET, (_, start: string, set: string) => `${start}${set.replace(/(^|, )\//g, `$1${origin}/`)}"`),
  )
}
