import { isRendering } from './render-scope'

/** So many plans a connection may have to remember. */
const MOST = 300
const UNNAMED = ''

/**
 * Names for the statements of readers' pages. A named one is read and planned once a connection: planning takes PostgreSQL ten times
 * as long as answering. What the desk asks has as many forms as it has filters, and none has a name.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    if (!isRendering()) return UNNAMED
    const known = names.get(sql)
    if (known !== undefined || names.size === MOST) return known ?? UNNAMED
    const name = `page_${names.size}`
    names.set(sql, name)
    return name
  }
}
