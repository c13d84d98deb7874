import { isPeriod } from './calendar'
import { MACHINE_FILES } from './page-section'
import { RESERVED } from './slug'

/**
 * Whether a path (decoded) is the product's own, or a day, month or year: an archive's page of that address leads nowhere, even
 * while nothing stands there, since browsers remember a 308.
 */
export function isReservedAddress(path: string): boolean {
  const parts = path.replace(/\/$/, '').slice(1).split('/')
  const [first = ''] = parts
  if (parts.length === 1 && (first === '' || RESERVED.has(first) || MACHINE_FILES.has(first))) return true
  return isPeriod(parts.join('-'))
}
