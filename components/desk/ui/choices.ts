/** Something to be chosen: `key` tells it from others, `hint` from its namesakes. */
export interface Choice {
  key: string
  label: string
  hint?: string
}

/** The key of the row that makes something new: no id looks like it. */
const NEW = '\u0000new'

/** Whether a choice stands for making what was typed. */
export const isNew = ({ key }: Choice): boolean => key === NEW

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** What is offered: what was found, and at the end the making of what was typed, unless that is there or chosen already. */
export function choicesOf<T extends Choice>(
  found: readonly T[],
  chosen: readonly T[],
  text: string,
  canCreate: boolean,
): (T | Choice)[] {
  const typed = text.trim()
  const exists = [...found, ...chosen].some(({ label }) => plain(label) === plain(typed))
  return canCreate && typed !== '' && !exists ? [...found, { key: NEW, label: typed }] : [...found]
}
