import type { Element } from 'hast'
import type { Byline } from '@/newsroom/article'
import { elementsOf, isElement, property, textOf } from '@/newsroom/html/html-tree'
import { webAddress } from '@/newsroom/web-address'
import { isBackLink } from './back-links'
import { isEditorsLine, readCreditLine } from './byline'
import { linksOfLine } from './link-lines'
import { readShareLink, type ShareLink } from './share-link'
import { readSourceLine, readTrailingSource } from './source-line'

/** What stood below the text of a post: no part of it, but what is known of it. */
export interface BodyEnding {
  /** the body without it */
  blocks: Element[]
  share: ShareLink | null
  source: string | null
  /** the outlet's own address, where its name was a link */
  sourceUrl: string | null
  /** editors and proofreaders */
  credits: Byline[]
}

/** Blocks from the end that are looked at; old layouts put up to six lines under a text. */
const REACH = 10

/** Takes share link, back links, source line and the editors' line from the end of a body. */
export function readEnding(blocks: Element[], outlet: string | null): BodyEnding {
  const ending: BodyEnding = { blocks: [], share: null, source: null, sourceUrl: null, credits: [] }
  const from = Math.max(0, blocks.length - REACH)
  const kept = blocks.slice(from).filter((block) => !isTaken(block, ending))
  ending.blocks = blocks.slice(0, from).concat(kept)
  if (ending.source === null) readLastWords(ending, outlet)
  return ending
}

function isTaken(block: Element, ending: BodyEnding): boolean {
  if (block.tagName !== 'p') return false
  return isLinkLine(block, ending) || isSourceLine(block, ending) || isEditors(block, ending)
}

function isLinkLine(block: Element, ending: BodyEnding): boolean {
  const links = linksOfLine(block)
  if (links === null || !links.every((link) => isBackLink(link) || readShareLink(link) !== null)) return false
  for (const link of links) ending.share ??= readShareLink(link)
  return true
}

function isSourceLine(block: Element, ending: BodyEnding): boolean {
  const text = textOf(block)
  const name = text.length > 120 ? null : readSourceLine(text)
  if (name === null) return false
  ending.source ??= name || null
  const link = [...elementsOf(block)].find((inner) => isElement(inner, 'a') && textOf(inner).trim() === name)
  if (link !== undefined) ending.sourceUrl ??= webAddress(property(link, 'href'))
  return true
}

function isEditors(block: Element, ending: BodyEnding): boolean {
  const credits = readCreditLine(textOf(block))
  if (credits === null || !isEditorsLine(credits)) return false
  ending.credits.push(...credits)
  return true
}

/** （财联社） after the last sentence. */
function readLastWords(ending: BodyEnding, outlet: string | null): void {
  const last = ending.blocks.findLast((block) => block.properties.className === undefined)
  if (!isElement(last, 'p')) return
  const source = readTrailingSource(textOf(last), { rolling: ending.share?.rolling ?? false, outlet })
  if (source === null) return
  ending.source = source.name
  cutEnd(last, source.length)
}

/** Removes characters from the end of an element, wherever they lie in it. */
function cutEnd(node: Element, length: number): void {
  let left = length
  for (let last = node.children.at(-1); last !== undefined && left > 0; last = node.children.at(-1)) {
    if (last.type === 'element' && textOf(last).length > left) {
      cutEnd(last, left)
      return
    }
    const text = textOf(last)
    if (last.type === 'text' && text.length > left) {
      last.value = text.slice(0, -left).trimEnd()
      return
    }
    left -= text.length
    node.children.pop()
  }
}
