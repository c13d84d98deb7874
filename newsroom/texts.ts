import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import chinese from '@/messages/zh-CN.json'

const messages: Record<string, typeof chinese> = { 'zh-CN': chinese, en }

function translator(locale: string) {
  return createTranslator({ locale, messages: messages[locale] ?? chinese })
}

export type Texts = ReturnType<typeof translator>
const translators = new Map<string, Texts>()

/** The words of the interface in a locale: `texts(site.locale)('site.home')`. */
export function texts(locale: string): Texts {
  const known = translators.get(locale)
  if (known) return known
  const made = translator(locale)
  translators.set(locale, made)
  return made
}

/** The language tag for markup: `zh-CN` is written `zh-Hans`, the script being what fonts and screen readers need. */
export function languageTag(language: string): string {
  if (/^zh(-hant|-tw|-hk|-mo)/i.test(language)) return 'zh-Hant'
  return /^zh\b/i.test(language) ? 'zh-Hans' : language
}

/** 标题_栏目_站名, as Chinese readers and search engines expect it; `Title – Section – Site` elsewhere. */
export function pageTitle(parts: (string | null | undefined)[], locale: string): string {
  return parts.filter(Boolean).join(languageTag(locale).startsWith('zh') ? '_' : ' – ')
}
