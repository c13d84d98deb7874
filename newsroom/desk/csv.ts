/** Excel takes a file for UTF-8 by this mark alone. */
export const CSV_BEGINNING = '\uFEFF'

/** What a spreadsheet would take for a formula, also behind full-width forms. */
const FORMULA = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠\t\r]/

/**
 * One line of RFC 4180, CRLF at its end. A cell that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, CSV injection); plain numbers stay numbers.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) || value.startsWith('\t') ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
