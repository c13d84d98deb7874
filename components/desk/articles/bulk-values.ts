import type { Choice } from '@/components/desk/ui/choices'
import type { BulkDeed } from '@/newsroom/desk/bulk-deed'
import type { BulkKind } from '@/newsroom/desk/bulk-kinds'

/** What the dialog asks for, whatever is done. */
export interface BulkValues {
  addTags: readonly Choice[]
  removeTags: readonly Choice[]
  category: Choice | null
  own: boolean
  reason: string
  approver: string
}

export const NO_VALUES: BulkValues = { addTags: [], removeTags: [], category: null, own: true, reason: '', approver: '' }

/** What is to be done; null while something that it needs is missing. */
export function deedOf(kind: BulkKind, { addTags, removeTags, category, own, reason, approver }: BulkValues): BulkDeed | null {
  const ids = (choices: readonly Choice[]) => choices.map(({ key }) => Number(key))
  switch (kind) {
    case 'tags':
      if (addTags.length + removeTags.length === 0) return null
      return { kind: 'label', change: { addTagIds: ids(addTags), removeTagIds: ids(removeTags), category: null } }
    case 'category':
      if (category === null) return null
      return { kind: 'label', change: { addTagIds: [], removeTagIds: [], category: { id: Number(category.key), own } } }
    case 'withdraw':
      return reason.trim() && approver.trim() ? { kind, reason, approver } : null
    default:
      return { kind }
  }
}
