// The sanitizer writes every tag in this one form: no `<` in text, values in double quotes. A `<table>` in a value is no tag.
const TAG = /<(\/?)([a-z][a-z0-9]*)(?: [a-z-]+(?:="[^"]*")?)*>/g

/**
 * Puts each outermost table of a sanitized body into a region of its own, which scrolls where the table is wider than the
 * column and can be reached by keyboard (WCAG 2.1.1); `label` is what a screen reader calls it.
 */
export function scrollingTables(bodyHtml: string, label: string): string {
  if (!bodyHtml.includes('<table')) return bodyHtml
  const region = `<div class="scroller" role="region" tabindex="0" aria-label="${label.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`
  let depth = 0
  return bodyHtml.replace(TAG, (tag, slash: string, name: string) => {
    if (name !== 'table') return tag
    if (slash) return --depth === 0 ? `${tag}</div>` : tag
    return depth++ === 0 ? region + tag : tag
  })
}
