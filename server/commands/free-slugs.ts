/**
 * One slug a name, in their order: the wanted one, else with `-2`, `-3` … until it is nobody's. `findTaken` answers which
 * of the given slugs are in use.
 */
export async function freeSlugs(wanted: string[], findTaken: (slugs: string[]) => Promise<string[]>): Promise<string[]> {
  const chosen: (string | undefined)[] = wanted.map(() => undefined)
  const used = new Set<string>()
  for (let attempt = 1; chosen.includes(undefined); attempt++) {
    const candidates = wanted.map((slug) => (attempt === 1 ? slug : `${slug}-${attempt}`))
    const open = candidates.filter((_, index) => chosen[index] === undefined)
    for (const slug of await findTaken(open)) used.add(slug)
    for (const [index, slug] of candidates.entries()) {
      if (chosen[index] !== undefined || used.has(slug)) continue
      used.add(slug)
      chosen[index] = slug
    }
  }
  return chosen.filter((slug) => slug !== undefined)
}
