import type { DeskTexts } from './desk-texts'
import type { Fault } from './outcome'

type Key = Parameters<DeskTexts>[0]

/** A fault as a sentence. A code without a text is a bug of ours, and still nobody's dead end: it reads as something unexpected, with the code. */
export function faultText(t: DeskTexts, { code, params }: Fault): string {
  const key = `faults.${code}` as Key
  return t.has(key) ? t(key, params as never) : t('faults.unexpected', { code })
}
