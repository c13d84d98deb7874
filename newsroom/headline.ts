import { excerpt } from './excerpt'

/** What a headline can be taken from when a file has none. */
export interface HeadlineSources {
  /** the title as written; null when there is no such line or it is empty */
  title: string | null
  /** `title: ""`: someone wrote that there is none */
  emptied: boolean
  /** file name after its date; null when it is an id that says nothing to a reader */
  readableSlug: string | null
  firstBold: string | null
  plainText: string
  standfirst: string | null
  baseName: string
}

const LONGEST = 500
const LEAD_LENGTH = 40
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The headline, and where it comes from when it was not written. Never empty. */
export function headlineOf(sources: HeadlineSources): { headline: string; guessedFrom: string | null } {
  const title = oneLine(sources.title ?? '')
  if (VISIBLE.test(title)) return cutHeadline(title)
  const slug = sources.readableSlug === null ? null : titleized(sources.readableSlug)
  const lead = excerpt(firstSentence(sources.plainText) || (sources.standfirst ?? ''), LEAD_LENGTH)
  const guesses: [string, string | null][] = [
    ['the file name, as the old site did', sources.emptied ? null : slug],
    ['the first bold words', sources.firstBold?.trim().replace(/^【(.+)】$/, '$1') ?? null],
    ['the first sentence', lead],
    ['the file name', slug],
  ]
  for (const [guessedFrom, guess] of guesses) {
    const headline = oneLine(guess ?? '')
    if (VISIBLE.test(headline)) return { ...cutHeadline(headline), guessedFrom }
  }
  return { headline: sources.baseName || '—', guessedFrom: 'the file name' }
}

function cutHeadline(text: string): { headline: string; guessedFrom: string | null } {
  if (text.length <= LONGEST) return { headline: text, guessedFrom: null }
  return { headline: excerpt(text, LONGEST), guessedFrom: `the first ${LONGEST} characters of the title` }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** `open-door` → Open Door, as Jekyll titles a post without a title. */
function titleized(slug: string): string {
  return slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ')
}

function firstSentence(text: string): string {
  const line = /\S[^\n]*/.exec(text.slice(0, 2000))?.[0] ?? ''
  return (/^.*?(?=[。！？!?]|$)/.exec(line)?.[0] ?? line).trim()
}
