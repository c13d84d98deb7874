import type { Byline } from '@/newsroom/article'
import type { ImportNote } from './import-note'
import { flatWords } from './jekyll-categories'
import type { JekyllSite } from './jekyll-site'
import type { Words } from './yaml-words'

const USUAL_LANGUAGE = 'zh-CN'
const MOST_BYLINES = 20
/** What authors set a headline with; any other `<` is a sign they typed. */
const MARK_UP = /<\/?(?:a|b|br|em|font|i|mark|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi

/** A value as one line of plain text; null when there is none. */
export function textOf(data: Map<string, Words>, name: string): string | null {
  const value = data.get(name) ?? null
  const text = flatWords(value).join(' ').replace(MARK_UP, '').replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

/** The language a post is written in: its own `lang`, the site's, else Chinese. BCP 47, also written `zh_CN`. */
export function postLanguage(data: Map<string, Words>, site: JekyllSite): { language: string; notes: ImportNote[] } {
  const written = textOf(data, 'lang') ?? site.language
  if (written === null) return { language: USUAL_LANGUAGE, notes: [] }
  try {
    const language = Intl.getCanonicalLocales(written.replaceAll('_', '-').replace(/\.utf-?8$/i, ''))[0]
    return { language: language ?? USUAL_LANGUAGE, notes: [] }
  } catch {
    const note = { field: 'lang', guess: USUAL_LANGUAGE, reason: `no language tag: ${written}`, line: null, rescue: true }
    return { language: USUAL_LANGUAGE, notes: [note] }
  }
}

/** `author` and `authors`: names, or mappings that have a `name`. */
export function postBylines(data: Map<string, Words>): Byline[] {
  const people = [data.get('author') ?? null, data.get('authors') ?? null].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  )
  const names = people.map((person) => {
    const name = person instanceof Map ? (person.get('name') ?? null) : person
    return typeof name === 'string' ? name.replace(/\s+/g, ' ').trim() : ''
  })
  return [...new Set(names.filter(Boolean))].slice(0, MOST_BYLINES).map((name) => ({ name, role: 'author' as const }))
}
