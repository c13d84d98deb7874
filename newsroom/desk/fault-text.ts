import type { DeskTexts } from './desk-texts'
import { knownText } from './known-text'
import type { Fault } from './outcome'

/** A fault as a sentence. A code without a text is a bug of ours, and still nobody's dead end: it reads as something unexpected, with the code. */
export const faultText = (t: DeskTexts, { code, params }: Fault): string =>
  knownText(t, `faults.${code}`, params) ?? t('faults.unexpected', { code })
