/** What went wrong, for a person to read: `code` is a text of messages/desk/…/faults.json, `params` go into it. */
export interface Fault {
  code: string
  /** the field it is about, if one is */
  field?: string
  params?: Record<string, string | number>
}

/** What a command answers: an expected failure is a value, with everything that stood in its way. */
export type Outcome<Value extends object = object> = ({ ok: true } & Value) | { ok: false; errors: Fault[] }

export const refused = (...errors: Fault[]): { ok: false; errors: Fault[] } => ({ ok: false, errors })

/** 401: nobody is signed in; 403: not this person, or not from there. Null: another time, or with other words, it may be done. */
export function refusalStatus(errors: readonly Fault[]): 401 | 403 | null {
  const has = (test: (code: string) => boolean) => errors.some(({ code }) => test(code))
  if (has((code) => code === 'signed-out')) return 401
  return has((code) => code === 'origin' || (code.startsWith('denied.') && code !== 'denied.state')) ? 403 : null
}
