import type { Element, Root } from 'hast'
import { characterCount } from '@/newsroom/character-count'
import { readEnding } from '@/newsroom/credits/body-ending'
import { readBylines, unique } from '@/newsroom/credits/byline'
import { cleanTree, printHtml } from '@/newsroom/html/clean-html'
import { captionFigures } from '@/newsroom/html/figure-captions'
import { boldText, levelHeadings, withoutInnerHeadings } from '@/newsroom/html/heading-levels'
import { SANITIZER_VERSION } from '@/newsroom/html/html-allow-list'
import { isElement, legible, parseHtml, property, textOf } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'
import { type Found, semanticBlocks } from '@/newsroom/html/semantic-html'
import { renderMarkdown } from '@/newsroom/kramdown/kramdown'
import { settleLinks } from './body-links'
import { bodyPictures } from './body-pictures'
import type { ImportNote } from './import-note'
import type { BodyContext, ImportedBody } from './imported-post'
import { type KeptLiquid, readLiquid, restoreLiquid } from './liquid'

/** `<o:p>` of word processors; kramdown would show it. */
const OFFICE_TAG = /<\/?[a-z]\d?:\w+[^<>]{0,500}>/gi
/** An address in angle brackets within HTML is text, no element called `http:`. */
const ADDRESS_TAG = /<(?=https?:\/\/)/gi
const LONGEST_BOLD = 80
/** Blocks that count as the beginning. */
const NEAR = 5
const MOST_NOTES = 20

/**
 * A post's body, Markdown as kramdown reads it or HTML or both → safe, semantic HTML and what it tells of the article.
 * Lines of notes are counted from 1 in the body. Never throws.
 */
export function readBody(source: string, context: BodyContext): ImportedBody {
  const liquid = readLiquid(legible(source), context)
  const text = liquid.text.replace(OFFICE_TAG, '')
  const html = context.format === 'markdown' ? renderMarkdown(text) : text
  const tree = parseHtml(html.replace(ADDRESS_TAG, '&lt;'))
  if (liquid.kept.length > 0) eachText(tree, (value) => restoreLiquid(value, liquid.kept))

  const found: Found = { images: [], centred: new Set(), embeds: [] }
  const { blocks: whole, standfirst } = takeStandfirst(
    semanticBlocks(tree, found),
    context.format === 'markdown' && /^\s*>/.test(text),
  )
  const ending = readEnding(whole, context.outlet)
  const bylines = readBylines(ending.blocks.filter((block) => block.tagName === 'p').map(textOf))
  const firstBold = firstBoldLine(ending.blocks)
  const captioned = captionFigures(ending.blocks.map(withoutInnerHeadings), found.centred)
  const { blocks, pictures, refused } = bodyPictures(captioned, found.images, context.site, context.path)
  const reprint = (ending.source ?? ending.share ?? context.outlet) !== null
  const body = cleanTree({ type: 'root', children: settleLinks(levelHeadings(blocks), context.site, reprint) })
  const plain = plainText(body)

  return {
    bodyHtml: printHtml(body),
    plainText: plain,
    characterCount: characterCount(plain),
    sanitizerVersion: SANITIZER_VERSION,
    standfirst,
    source: ending.source,
    sourceUrl: ending.share?.sourceUrl ?? ending.sourceUrl,
    externalId: ending.share?.externalId ?? null,
    bylines: unique([...bylines, ...ending.credits]),
    pictures,
    firstBold,
    notes: notesOf(liquid.kept, found.embeds, refused),
  }
}

/** `> digest` at the head of a Markdown body is the standfirst; a quotation of several paragraphs is part of the text. */
function takeStandfirst(blocks: Element[], quoted: boolean): { blocks: Element[]; standfirst: string | null } {
  const [first, ...rest] = blocks
  if (!quoted || !isElement(first, 'blockquote')) return { blocks, standfirst: null }
  if (first.children.length !== 1 || !isElement(first.children[0], 'p')) return { blocks, standfirst: null }
  return { blocks: rest, standfirst: plainText(first).replace(/\s+/g, ' ') || null }
}

/** A line in bold as a whole, or a heading, near the beginning; else the bold opening of a paragraph. */
function firstBoldLine(blocks: Element[]): string | null {
  const near = blocks.slice(0, NEAR)
  const line = near.map((block) => boldText(block) ?? (/^h[1-6]$/.test(block.tagName) ? textOf(block) : '')).find(isHeadline)
  const opening = near.map(({ children: [first] }) => (isElement(first, 'strong') ? textOf(first) : '')).find(isHeadline)
  return line ?? opening ?? null
}

const isHeadline = (text: string) => text.length >= 4 && text.length <= LONGEST_BOLD

function eachText(node: Root | Element, change: (text: string) => string): void {
  for (const child of node.children) {
    if (child.type === 'text') child.value = change(child.value)
    if (!isElement(child)) continue
    for (const [name, value] of Object.entries(child.properties))
      if (typeof value === 'string') child.properties[name] = change(value)
    eachText(child, change)
  }
}

function notesOf(kept: KeptLiquid[], embeds: Element[], refused: string[]): ImportNote[] {
  const note = (reason: string, line: number | null = null): ImportNote => ({
    field: 'body',
    guess: '',
    reason,
    line,
    rescue: false,
  })
  return [
    ...kept.flatMap(({ text, line }) => (line === null ? [] : [note(`${text} has no plain meaning and stays as text`, line)])),
    ...embeds.map((embed) => note(`<${embed.tagName}> was left out: ${property(embed, 'src') || 'no address'}`)),
    ...refused.map((src) => note(`a picture was left out, its address leads nowhere: ${src}`)),
  ].slice(0, MOST_NOTES)
}
