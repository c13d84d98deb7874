/** A list with one of its things moved by a place; at an end it stays. */
export function moved<T>(list: readonly T[], what: T, by: -1 | 1): T[] {
  const from = list.indexOf(what)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return [...list]
  const rest = list.filter((other) => other !== what)
  return [...rest.slice(0, to), what, ...rest.slice(to)]
}
