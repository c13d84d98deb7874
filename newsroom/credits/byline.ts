import type { Byline } from '@/newsroom/article'
import { readCredits } from './credit-line'

/** The first bracket near the beginning: 本报讯（记者 张三）, （记者张三）2月7日，…, 新华社北京2月8日电（记者 李四） */
const HEAD_BRACKET = /^([^（(]{0,40})[（(]([^（）()]{2,80})[)）]/
const TAIL_BRACKET = /[（(]([^（）()]{2,80})[)）]$/
/** 本报讯, 新华社北京2月8日电: what follows in brackets is who wrote it. */
const DATELINE = /(?:讯|电)\s*$/
const WHOLE_BRACKET = /^[（(【[]([^（）()【】[\]]{2,80})[\]】)）]$/
const LABELLED = /^(?:责任编辑|值班编辑|责编|编辑|责任校对|校对|作者)\s*[：:]/
const LONGEST_LINE = 80
const [HEAD, TAIL] = [3, 4]
const MOST = 20

/**
 * Who made an article, from its paragraphs: credits in brackets near the beginning and at the end, and lines of nothing but
 * credits. A place where other words are likely asks for surnames; what is not certainly a name gives none.
 */
export function readBylines(paragraphs: string[]): Byline[] {
  const found: Byline[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const atTail = index >= paragraphs.length - TAIL
    if (index >= HEAD && !atTail) continue
    const credits = readCreditLine(paragraph)
    if (credits !== null) found.push(...credits)
    else {
      if (index < HEAD) found.push(...headCredits(paragraph))
      if (atTail) found.push(...(readCredits(TAIL_BRACKET.exec(paragraph.slice(-90))?.[1] ?? '', false) ?? []))
    }
  }
  return unique(found).slice(0, MOST)
}

/** The credits of a line that holds nothing else, 责任编辑：张三, □记者 李四, or null. */
export function readCreditLine(line: string): Byline[] | null {
  if (line.length > LONGEST_LINE) return null
  const inner = WHOLE_BRACKET.exec(line)?.[1] ?? line
  return readCredits(inner, !LABELLED.test(inner))
}

/** Credits of editors and proofreaders alone belong below a text, not in it. */
export function isEditorsLine(bylines: Byline[]): boolean {
  return bylines.every(({ role }) => role === 'editor' || role === 'proofreader')
}

export function unique(bylines: Byline[]): Byline[] {
  const seen = new Set<string>()
  return bylines.filter(({ name, role }) => {
    const key = `${role} ${name}`
    return !seen.has(key) && seen.add(key)
  })
}

function headCredits(paragraph: string): Byline[] {
  const [, before, inner] = HEAD_BRACKET.exec(paragraph) ?? []
  if (before === undefined || inner === undefined) return []
  return readCredits(inner, !(before === '' || DATELINE.test(before))) ?? []
}
