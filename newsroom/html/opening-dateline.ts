const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * Sets a dateline (本报讯, 新华社北京11月24日电) before the first words of a sanitized body, as newspapers do: inside its first
 * paragraph where it opens with one, else in a line of its own.
 */
export function openingDateline(bodyHtml: string, dateline: string | null): string {
  if (!dateline) return bodyHtml
  const mark = `<span class="dateline">${escaped(dateline)}</span>`
  const [paragraph] = /^\s*<p(?: [^>]*)?>(?!<img)/.exec(bodyHtml) ?? []
  return paragraph ? paragraph + mark + bodyHtml.slice(paragraph.length) : `<p>${mark}</p>${bodyHtml}`
}
