/** So much is shown before the first word found, or from where its sentence begins. */
export const BEFORE = 24
/** A byline or a number that reaches back further is cut after all. */
const FURTHER = 24
/** As much as is looked at of what stands before a place. */
const BEHIND = 16

const SENTENCE_END = /[。！？!?\n]/
const CLAUSE_END = /[，、；：]/
const OPEN = /[（(【]/
const CLOSED = /[）)】]/
/** 本报记者 田禾 李明 */
const OFFICES = ['记者', '通讯员', '作者', '编辑', '摄影']
const NAMES_BEFORE = /(?:记者|通讯员|作者|编辑|摄影)[\s:：]*(?:\p{sc=Han}{2,4}[\s、]+)*\p{sc=Han}{0,3}$/v
const NAME_BEHIND = /^\p{sc=Han}{0,4}[\s、]/v
/** 记者田禾 */
const NAME_BEFORE = /(?:记者|通讯员|作者|编辑|摄影)\p{sc=Han}?$/v
/** What stands behind digits is theirs: 1.2万, 12月, 5G. */
const NUMBER = /[\p{N}][.,:]?$/v
const HAN_DIGITS = /[〇零两一二三四五六七八九十百千万亿]/
const UNITS = /[元年月日号时分秒吨亩米人名个]/
const LETTER = /[\p{sc=Latn}\p{sc=Cyrl}]/v

/**
 * Where the passage that shows a place of a body begins: with its sentence, else with a clause, else wherever neither a number,
 * a word of letters, a byline nor what stands in brackets is cut in two.
 */
export function excerptStart(body: string, mark: number): number {
  const earliest = Math.max(0, mark - BEFORE)
  for (let at = mark; at > earliest; at--) if (SENTENCE_END.test(body[at - 1] ?? '')) return at
  if (earliest === 0) return 0
  for (let at = earliest; at < mark; at++) if (CLAUSE_END.test(body[at - 1] ?? '') && isSeam(body, at)) return at
  for (let at = earliest; at < mark; at++) if (isSeam(body, at)) return at
  for (let at = earliest; at > Math.max(0, earliest - FURTHER); at--) if (isSeam(body, at)) return at
  return earliest
}

function isSeam(body: string, at: number): boolean {
  const [last = '', next = ''] = [body[at - 1], body[at]]
  if (/[\udc00-\udfff]/.test(next) || /[\s，、；：。！？）)】”’》]/.test(next)) return false
  if (HAN_DIGITS.test(last) && (HAN_DIGITS.test(next) || UNITS.test(next))) return false
  if (LETTER.test(last) && /[\p{sc=Latn}\p{sc=Cyrl}\p{N}]/v.test(next)) return false
  const before = body.slice(Math.max(0, at - BEHIND), at)
  if (OFFICES.some((office) => isWithin(body, office, at))) return false
  const isInNames = NAME_BEFORE.test(before) || (NAMES_BEFORE.test(before) && NAME_BEHIND.test(body.slice(at, at + 5)))
  return !NUMBER.test(before) && !isInNames && !isInBrackets(body, at)
}

function isWithin(body: string, word: string, at: number): boolean {
  const found = body.slice(0, at + word.length - 1).indexOf(word, Math.max(0, at - word.length + 1))
  return found >= 0 && found < at
}

function isInBrackets(body: string, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - BEFORE - FURTHER); back--) {
    if (CLOSED.test(body[back] ?? '')) return false
    if (OPEN.test(body[back] ?? '')) return true
  }
  return false
}
