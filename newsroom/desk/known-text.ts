import type { DeskTexts } from './desk-texts'

type Key = Parameters<DeskTexts>[0]

/** The text of a key that comes from data, `audit.actions.tag.merge`; null where there is none: never a key on the screen. */
export function knownText(t: DeskTexts, key: string, params?: Record<string, string | number>): string | null {
  // A path that leads to several texts is none.
  if (!t.has(key as Key) || typeof t.raw(key as Key) !== 'string') return null
  return t(key as Key, params as never)
}
