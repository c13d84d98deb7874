import { createTranslator } from 'use-intl/core'
import { english } from '@/messages/desk/en/english'
import { chinese } from '@/messages/desk/zh-CN/chinese'

export type DeskMessages = typeof chinese
const MESSAGES: Record<string, DeskMessages> = { 'zh-CN': chinese, en: english }

export const deskMessages = (locale: string): DeskMessages => MESSAGES[locale] ?? chinese

/** `timeZone` is the newsroom's, never the browser's. */
export function translateDesk(locale: string, messages: DeskMessages, timeZone: string) {
  return createTranslator({ locale, messages, timeZone })
}

export type DeskTexts = ReturnType<typeof translateDesk>

/** The words of the desk, in server components and actions: `deskTexts(locale, zone)('articles.title')`. Clients: components/desk/texts. */
export const deskTexts = (locale: string, timeZone: string): DeskTexts => translateDesk(locale, deskMessages(locale), timeZone)
