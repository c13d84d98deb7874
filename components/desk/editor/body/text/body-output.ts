import type { Node } from '@tiptap/pm/model'
import { blockHtml } from '@/newsroom/body/body-document'
import { characterCount } from '@/newsroom/character-count'
import { parseHtml } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'

interface Written {
  html: string
  characters: number
}

/** Blocks are never changed, only replaced: what one was written as holds as long as it stands. */
const written = new WeakMap<Node, Written>()

/** The body and its 字数. Costs what changed since the last time, however long the text is. */
export function bodyOf(document: Node): Written {
  let html = ''
  let characters = 0
  document.forEach((block) => {
    const part = writtenBlock(block)
    html += part.html
    characters += part.characters
  })
  return { html, characters }
}

function writtenBlock(block: Node): Written {
  const known = written.get(block)
  if (known) return known
  const html = blockHtml(block.toJSON())
  const part = { html, characters: characterCount(plainText(parseHtml(html))) }
  written.set(block, part)
  return part
}
