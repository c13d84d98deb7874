/** Which rows of a page are chosen, and from where a range is counted. */
export interface Selection {
  ids: readonly string[]
  /** the row chosen or taken out last */
  anchor: string | null
}

export const NOTHING: Selection = { ids: [], anchor: null }

/** Chooses a row or takes it out; `upTo` does to every row from the last one on what it does to this one. */
export function toggle(rows: readonly string[], { ids, anchor }: Selection, id: string, upTo = false): Selection {
  const isChosen = ids.includes(id)
  const [from, to] = [rows.indexOf(anchor ?? id), rows.indexOf(id)]
  const range = upTo && from >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
  const others = ids.filter((each) => !range.includes(each))
  const next = new Set(isChosen ? others : [...others, ...range])
  return { ids: rows.filter((row) => next.has(row)), anchor: id }
}
