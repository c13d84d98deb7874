interface Named {
  id: string
  name: string
}

/**
 * Who is called in a text by `@name`: of names that begin alike the longest counts, so that @林一 is nobody who is called 林.
 * Two of one name are both meant.
 */
export function mentionsIn(text: string, staff: readonly Named[]): string[] {
  const longestFirst = staff.filter(({ name }) => name !== '').toSorted((one, other) => other.name.length - one.name.length)
  const found = new Set<string>()
  for (const { index } of text.matchAll(/[@＠]/g)) {
    const rest = text.slice(index + 1)
    const called = longestFirst.find(({ name }) => rest.startsWith(name))
    for (const { id, name } of called ? staff : []) if (name === called?.name) found.add(id)
  }
  return [...found]
}
