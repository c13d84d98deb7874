import { cookies } from 'next/headers'
import { type DeskTexts, deskTexts } from '@/newsroom/desk/desk-texts'
import { config } from '@/server/config'

/** The language somebody chose for the desk, else the paper's own. */
export async function deskLocale(): Promise<'zh-CN' | 'en'> {
  const chosen = (await cookies()).get('desk-locale')?.value
  return chosen === 'zh-CN' || chosen === 'en' ? chosen : config().SITE_LOCALE
}

/** The words of the desk in the language of whoever asks, for pages and actions. */
export async function requestTexts(): Promise<DeskTexts> {
  return deskTexts(await deskLocale(), config().SITE_TIMEZONE)
}
