export interface SaveFault {
  /** data: these rows can never be stored. collision: another writer was in the way */
  kind: 'data' | 'collision'
  reason: string
}

/** SQLSTATE: unique key (another writer made the name first), serialization failure, deadlock */
const COLLISIONS = new Set(['23505', '40001', '40P01'])
/** SQLSTATE classes: data exception, integrity constraint, program limit (an index entry too long) */
const OF_DATA = /^(?:22|23|54)/

/** What PostgreSQL refused, as Prisma hands it on; null for anything else: no connection, no disk, a fault of ours. */
export function saveFault(error: unknown): SaveFault | null {
  const cause = causeOf(error)
  if (!cause) return null
  if (COLLISIONS.has(cause.originalCode)) return { kind: 'collision', reason: cause.originalMessage }
  return OF_DATA.test(cause.originalCode) ? { kind: 'data', reason: cause.originalMessage } : null
}

interface PostgresCause {
  originalCode: string
  originalMessage: string
}

function causeOf(error: unknown): PostgresCause | null {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: Partial<PostgresCause> } } } | null)?.meta
  const { originalCode, originalMessage } = meta?.driverAdapterError?.cause ?? {}
  return originalCode === undefined ? null : { originalCode, originalMessage: originalMessage ?? originalCode }
}
