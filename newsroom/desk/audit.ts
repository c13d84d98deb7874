/** One line of the record: who did what to what, when, from where; what was, and what is. */
export interface AuditLine {
  /** counts up with time; an address and a cursor */
  id: string
  at: Date
  /** null: the newsroom's own machinery, named beside */
  actorId: string | null
  actorName: string
  /** `noun.verb`: article.publish, staff.disable, tag.merge … */
  action: string
  /** `noun:id` */
  subject: string
  /** what the subject was called then */
  label: string
  before: unknown
  after: unknown
  /** network address and browser */
  address: string | null
  userAgent: string | null
}

/** What of an entry changed: a field, what it was, what it is. null: there was, or is, none. */
export interface AuditChange {
  field: string
  before: string | null
  after: string | null
}

/** Two JSON values as the fields that differ between them, in the order they stand; nested ones by their path, `dates.plannedFor`. */
export function changesOf(before: unknown, after: unknown): AuditChange[] {
  const [was, is] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))]
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}

function fieldsOf(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return [[path, value.map(shown).join(', ')]]
  if (typeof value !== 'object') return [[path, shown(value)]]
  return Object.entries(value).flatMap(([key, each]) => fieldsOf(each, path ? `${path}.${key}` : key))
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
