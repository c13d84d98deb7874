import { type Fault, refused } from './outcome'

const LONGEST = 80

/** A name as somebody typed it → as it is kept: one line, no signs that cannot be seen. Or why it is none. */
export function readName(given: string): { ok: true; name: string } | { ok: false; errors: Fault[] } {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (name === '') return refused({ code: 'name.empty', field: 'name' })
  if ([...name].length > LONGEST) return refused({ code: 'name.long', field: 'name', params: { most: LONGEST } })
  return { ok: true, name }
}
