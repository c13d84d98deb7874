/** A version somebody may compare: one of the revisions, or the draft where no revision holds it. */
export type Version = number | 'draft'

/** What an address names; null: no version. */
export function readVersion(text: string | null): Version | null {
  if (text === 'draft') return text
  const number = /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null
  return number
}

/** The two to compare, the older one first: those asked for that exist, else the newest and the one before it. Null: there are no two. */
export function pairOf(
  versions: readonly Version[],
  asked: { from: Version | null; to: Version | null },
): { from: Version; to: Version } | null {
  const [newest, before] = versions
  if (newest === undefined || before === undefined) return null
  const [from, to] = [asked.from, asked.to].map((version) => (version !== null && versions.includes(version) ? version : null))
  if (from == null || to == null || from === to) return { from: before, to: newest }
  // The list begins with the newest.
  return versions.indexOf(from) > versions.indexOf(to) ? { from, to } : { from: to, to: from }
}
