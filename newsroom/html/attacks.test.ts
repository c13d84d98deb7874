import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, it } from 'vitest'
import { settleBody } from '@/newsroom/desk/draft-body'
import { renderMarkdown } from '@/newsroom/kramdown/kramdown'
import { attackCases } from './attack-fixture'
import { cleanHtml } from './clean-html'
import { HTML_ALLOW_LIST } from './html-allow-list'
import { linkedPictures } from './linked-pictures'
import { scrollingTables } from './scrolling-tables'

const { html, texts } = attackCases('http://trap.example')
const ALLOWED = new Set([...(HTML_ALLOW_LIST.tagNames ?? []), 'div'])
const ADDRESS = /^(?:href|src|cite)$/

/** What stands in it that could run, or take the name of something; by a reading of its own, without the rules under test. */
function dangersOf(text: string): string[] {
  const dangers: string[] = []
  const look = (nodes: DefaultTreeAdapterTypes.ChildNode[]) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue
      if (!ALLOWED.has(node.tagName)) dangers.push(node.tagName)
      for (const { name, value } of node.attrs) {
        const scheme = ADDRESS.test(name) ? URL.parse(value, 'https://site.example/')?.protocol : undefined
        if (/^on|^style$|^name$|^srcdoc$/.test(name) || (name === 'id' && !/^fn-/.test(value))) dangers.push(`${name}=${value}`)
        if (scheme !== undefined && !/^(?:https?|mailto|tel):$/.test(scheme)) dangers.push(`${name}=${value}`)
      }
      look(node.childNodes)
    }
  }
  look(parseFragment(text).childNodes)
  return dangers
}

it.each([...Object.entries(html), ['words', texts] as const])('no attack of the family %s is left of its text', (_, cases) => {
  for (const attack of cases) {
    const clean = cleanHtml(attack)
    expect([attack, cleanHtml(clean)]).toEqual([attack, clean])
    for (const shown of [
      clean,
      cleanHtml(renderMarkdown(attack)),
      settleBody(attack, new Map()),
      linkedPictures(scrollingTables(clean, '表'), '图'),
    ])
      expect([attack, dangersOf(shown)]).toEqual([attack, []])
  }
})
