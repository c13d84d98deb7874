/** PostgreSQL's text holds neither U+0000 nor half a surrogate pair; JSON.stringify writes both as escapes. */
const UNSTORABLE = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** Rows for json_to_recordset: what no text column can hold is left out or shown as U+FFFD. */
export function jsonRows(rows: unknown[]): string {
  const json = JSON.stringify(rows)
  if (!json.includes('\\u0000') && !json.includes('\\ud')) return json
  return json.replace(UNSTORABLE, (found) => (found === '\\\\' ? found : found === '\\u0000' ? '' : '\ufffd'))
}
