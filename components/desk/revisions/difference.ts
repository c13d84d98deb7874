import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { DraftLabels } from '@/newsroom/desk/draft-for-editor'
import { type BlockDiff, diffRevisions, type FieldDiff } from '@/newsroom/desk/revision-diff'
import { diffText, type Piece } from '@/newsroom/desk/text-diff'
import { fieldWords } from './field-words'

export interface TextOf {
  content: DraftContent
  labels: DraftLabels
}

/** What is other in one text than in another, ready to be shown. */
export interface Difference {
  fields: { field: FieldDiff['field']; pieces: Piece[] }[]
  blocks: BlockDiff[]
  same: boolean
}

export function differenceOf(t: DeskTexts, before: TextOf, after: TextOf): Difference {
  const { fields, blocks, same } = diffRevisions(before.content, after.content)
  return {
    blocks,
    same,
    fields: fields.map(({ field, pieces }) => ({
      field,
      pieces:
        pieces ?? whole(fieldWords(t, field, before.content, before.labels), fieldWords(t, field, after.content, after.labels)),
    })),
  }
}

/** What was chosen from a list is another choice as a whole. */
const whole = (before: string, after: string): Piece[] =>
  before === after
    ? diffText(before, after)
    : [
        ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
        ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
      ]
