import type { DraftContent } from './draft'

/** How a field is compared: a line and a text as they are stored, a label as one that is no part of the text itself. */
const FIELDS: Record<keyof DraftContent, 'line' | 'text' | 'value' | 'label'> = {
  kicker: 'line',
  headline: 'line',
  subhead: 'line',
  standfirst: 'text',
  dateline: 'line',
  bodyHtml: 'text',
  type: 'value',
  sourceId: 'value',
  sourceUrl: 'text',
  originalHeadline: 'line',
  originalAuthor: 'line',
  bylines: 'value',
  categoryIds: 'label',
  tagIds: 'label',
  leadMediaId: 'value',
  searchTitle: 'line',
  searchDescription: 'line',
  aiAssistance: 'value',
}

type Field = keyof DraftContent

function stored(content: DraftContent, field: Field): string {
  const value = content[field]
  if (typeof value !== 'string') return JSON.stringify(value)
  return (FIELDS[field] === 'line' ? value.replace(/\s+/g, ' ') : value).trim()
}

/** The fields in which two drafts differ once they are stored. */
export function changedFields(one: DraftContent, other: DraftContent): Field[] {
  if (one === other) return []
  return (Object.keys(FIELDS) as Field[]).filter(
    (field) => one[field] !== other[field] && stored(one, field) !== stored(other, field),
  )
}

export const sameDraft = (one: DraftContent, other: DraftContent): boolean => changedFields(one, other).length === 0

/**
 * Mine, with the labels that somebody else changed since `base` (a tag set from the list while the text is being written).
 * Null when they changed more than labels, or labels that I changed too: a person has to look.
 */
export function withTheirLabels(base: DraftContent, mine: DraftContent, theirs: DraftContent): DraftContent | null {
  const theirChanges = changedFields(base, theirs)
  const myChanges = new Set(changedFields(base, mine))
  if (!theirChanges.every((field) => FIELDS[field] === 'label' && !myChanges.has(field))) return null
  return { ...mine, ...Object.fromEntries(theirChanges.map((field) => [field, theirs[field]])) }
}
