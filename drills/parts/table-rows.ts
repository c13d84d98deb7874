import { ask } from './sql'

/** What a newspaper is made of; what counts visits, sign-ins or runs is not in it. */
const NEWSPAPER = [
  ...[
    'Article',
    'Revision',
    'Byline',
    'Person',
    'Category',
    'ArticleCategory',
    'Tag',
    'ArticleTag',
    'Source',
    'Redirect',
    'Media',
  ],
  ...['MediaUse', 'Draft', 'Schedule', 'Correction', 'Delivery', 'AuditEntry', 'SearchEntry'],
]
/** Of these, what no job of the site changes by itself. */
export const STILL = NEWSPAPER.filter((table) => !['Media', 'Schedule', 'Delivery'].includes(table))

/** Every row of a newspaper, by the hash of all it says. */
export class TableRows {
  constructor(readonly hashes: ReadonlyMap<string, readonly string[]>) {}

  get count(): number {
    return [...this.hashes.values()].reduce((sum, hashes) => sum + hashes.length, 0)
  }

  /** How many rows are in one of both and not in the other. */
  changedIn(later: TableRows): number {
    let changed = 0
    for (const [table, hashes] of this.hashes) {
      const [before, after] = [new Set(hashes), new Set(later.hashes.get(table))]
      changed += [...before].filter((hash) => !after.has(hash)).length + [...after].filter((hash) => !before.has(hash)).length
    }
    return changed
  }
}

export async function rowsOf(url: () => string, tables = NEWSPAPER): Promise<TableRows> {
  const hashes = new Map<string, string[]>()
  for (const table of tables) {
    const rows = await ask<{ hash: string }>(url, `SELECT md5(t::text) AS "hash" FROM "${table}" t`)
    hashes.set(
      table,
      rows.map(({ hash }) => hash),
    )
  }
  return new TableRows(hashes)
}
