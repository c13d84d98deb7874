import type { EditorActions } from '@/components/desk/editor/editor-actions'
import type { Deed } from '@/newsroom/desk/deeds'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import type { Outcome } from '@/newsroom/desk/outcome'

/** What a deed asks for: texts of editor.json under `deed.{deed}.{field}`. */
export interface DeedField {
  name: 'reason' | 'note' | 'approver' | 'notice' | 'wrong' | 'right'
  required: boolean
  multiline: boolean
}

type Values = Partial<Record<DeedField['name'], string>>

export interface DeedForm {
  fields: readonly DeedField[]
  danger: boolean
  run(actions: EditorActions, article: EditorArticle, values: Values): Promise<Outcome>
}

/** Deeds that publish have a dialog of their own. */
export type PlainDeed = Exclude<Deed, 'publish' | 'publish-urgent'>

const text = (name: DeedField['name'], required = true): DeedField => ({ name, required, multiline: true })
const line = (name: DeedField['name']): DeedField => ({ name, required: true, multiline: false })

export const DEED_FORMS: Record<PlainDeed, DeedForm> = {
  submit: { fields: [], danger: false, run: (actions, { id }) => actions.submit(id) },
  recall: { fields: [], danger: false, run: (actions, { id }) => actions.recall(id) },
  sign: {
    fields: [text('note', false)],
    danger: false,
    run: (actions, { id, contentHash }, { note = '' }) => actions.sign(id, contentHash, note),
  },
  return: { fields: [text('reason')], danger: false, run: (actions, { id }, { reason = '' }) => actions.giveBack(id, reason) },
  correct: {
    fields: [text('wrong'), text('right')],
    danger: false,
    run: (actions, { id }, { wrong = '', right = '' }) => actions.correct(id, { wrong, right }),
  },
  unpublish: { fields: [], danger: true, run: (actions, { id }) => actions.unpublish(id) },
  withdraw: {
    fields: [text('reason'), line('approver'), text('notice', false)],
    danger: true,
    run: (actions, { id }, { reason = '', approver = '', notice = '' }) => actions.withdraw(id, { reason, approver, notice }),
  },
  restore: { fields: [text('reason')], danger: false, run: (actions, { id }, { reason = '' }) => actions.restore(id, reason) },
  discard: { fields: [], danger: true, run: (actions, { id }) => actions.discard(id, true) },
  recover: { fields: [], danger: false, run: (actions, { id }) => actions.discard(id, false) },
}
