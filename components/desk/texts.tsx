'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createTranslator } from 'use-intl/core'
import type { DeskMessages, DeskTexts } from '@/newsroom/desk/desk-texts'

interface Words {
  locale: string
  timeZone: string
  messages: DeskMessages
}

const Context = createContext<(Words & { t: DeskTexts }) | null>(null)

/** Gives client components the words of one language; the layout hands them over, so no other language is sent. */
export function TextsProvider({ children, ...words }: Words & { children: ReactNode }) {
  const { locale, timeZone, messages } = words
  const value = useMemo(
    () => ({ locale, timeZone, messages, t: createTranslator({ locale, messages, timeZone }) }),
    [locale, timeZone, messages],
  )
  return <Context value={value}>{children}</Context>
}

function useWords() {
  const words = useContext(Context)
  if (!words) throw new Error('components of the desk stand inside TextsProvider')
  return words
}

/** The words of the desk, as deskTexts() has them on the server. */
export const useTexts = (): DeskTexts => useWords().t
/** The newsroom's language and time zone. */
export function useNewsroom(): { locale: string; timeZone: string } {
  const { locale, timeZone } = useWords()
  return { locale, timeZone }
}
