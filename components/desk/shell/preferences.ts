'use client'
import { type Advice, putOffCookie } from '@/newsroom/desk/advice'

/** Language, appearance and what was put off are kept in cookies, so that the server draws the first page right. */

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const YEAR_S = 365 * 24 * 3600

function keep(name: string, value: string | null): void {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value ?? ''}; path=/admin; max-age=${value ? YEAR_S : 0}; samesite=lax${secure}`
}

export function chosenTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function chooseTheme(theme: Theme): void {
  keep('desk-theme', theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export const chooseLocale = (locale: string): void => keep('desk-locale', locale)

/** For whoever this is: somebody else at the same machine is told again. */
export const putOff = (advice: Advice, memberId: string): void => keep(putOffCookie(advice), memberId)
