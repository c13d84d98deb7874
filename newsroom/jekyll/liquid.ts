import type { JekyllSite } from './jekyll-site'

export interface LiquidContext {
  site: JekyllSite
  /** old address of a post named as in `{% post_url 2022-02-08-name %}` */
  postUrl(name: string): string | null
}

/** A tag or output nobody here gives a meaning to, kept as it is written. */
export interface KeptLiquid {
  text: string
  /** counted from 1 in the body; null for text that `raw` or code keeps on purpose */
  line: number | null
}

export interface ReadLiquid {
  /** with marks in place of what is kept, so that Markdown and HTML leave it alone: see `restoreLiquid` */
  text: string
  kept: KeptLiquid[]
}

/** `{% tag arguments %}` or `{{ value }}`, on one line as Jekyll wants it. */
const LIQUID = /\{%-?[ \t]*(\w+)?([^\n%]{0,500}?)-?%\}|\{\{([^\n{}]{0,500})\}\}/g
/** Noncharacters: no text of a reader holds them, and parsers leave them as they are, or percent-encoded in an address. */
const MARK = /(?:\ufdd0|%EF%B7%90)(\d+)(?:\ufdd1|%EF%B7%91)/g
const CODE = /^(?:<code>)?\s*([\w+#.-]{1,30})/
const LINK = /^\s*(?:"([^"]*)"|'([^']*)')\s*\|\s*(relative_url|absolute_url)\s*$/

/**
 * Liquid with a plain meaning gets it: raw, highlight, comment, post_url, link (to a post), relative_url, absolute_url, site.url
 * and site.baseurl. Anything else a news text holds (`{{ x }}`) stays literally, and is told.
 */
export function readLiquid(source: string, context: LiquidContext): ReadLiquid {
  if (!source.includes('{%') && !source.includes('{{')) return { text: source, kept: [] }
  const kept: KeptLiquid[] = []
  const lineAt = lineCounter(source)
  const keep = (text: string, line: number | null) => `\ufdd0${kept.push({ text, line }) - 1}\ufdd1`
  const keepAll = (text: string) => text.replace(LIQUID, (part) => keep(part, null))
  const blocks = blockFinder(source)
  let text = ''
  let done = 0
  for (const match of source.matchAll(LIQUID)) {
    if (match.index < done) continue
    const [whole, tag, rest = '', value] = match
    text += source.slice(done, match.index)
    done = match.index + whole.length
    const block = tag === undefined ? null : blocks(tag, done)
    if (block === null) {
      const meaning = tag === undefined ? outputOf(value ?? '', context.site) : addressOf(tag, rest.trim(), context)
      text += meaning ?? keep(whole, lineAt(match.index))
      continue
    }
    done = block.end
    if (tag === 'raw') text += keepAll(block.text)
    else if (tag === 'highlight') text += keepAll(codeBlock(CODE.exec(rest)?.[1] ?? '', block.text))
  }
  return { text: text + source.slice(done), kept }
}

/** Puts what was kept back in the place of its mark. */
export function restoreLiquid(text: string, kept: KeptLiquid[]): string {
  return text.replace(MARK, (mark, index) => kept[Number(index)]?.text ?? mark)
}

const BLOCK_ENDS: Record<string, RegExp> = {
  raw: /\{%-?\s*endraw\s*-?%\}/g,
  highlight: /\{%-?\s*endhighlight\s*-?%\}/g,
  comment: /\{%-?\s*endcomment\s*-?%\}/g,
}

/** Finds what stands between a block tag and its end: null for other tags, and for a block that never ends. */
function blockFinder(source: string): (tag: string, start: number) => { text: string; end: number } | null {
  const unended = new Set<string>()
  return (tag, start) => {
    if (!Object.hasOwn(BLOCK_ENDS, tag) || unended.has(tag)) return null
    const end = BLOCK_ENDS[tag] as RegExp
    end.lastIndex = start
    const match = end.exec(source)
    if (match === null) unended.add(tag)
    return match && { text: source.slice(start, match.index), end: end.lastIndex }
  }
}

/** As HTML, which kramdown's blocks and a plain HTML page take alike. */
function codeBlock(language: string, text: string): string {
  const code = text.replace(/^\n+/, '').trimEnd().replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<pre><code${language === '' ? '' : ` class="language-${language}"`}>${code}</code></pre>`
}

function outputOf(value: string, site: JekyllSite): string | null {
  const name = value.trim()
  if (name === 'site.url') return site.url
  if (name === 'site.baseurl') return site.baseurl
  const match = LINK.exec(value)
  if (match === null) return null
  const address = match[1] ?? match[2] ?? ''
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return address
  return `${match[3] === 'absolute_url' ? site.url : ''}${site.baseurl}${address.startsWith('/') ? '' : '/'}${address}`
}

function addressOf(tag: string, rest: string, context: LiquidContext): string | null {
  if (tag === 'post_url') return context.postUrl(rest)
  const file = /^(?:.*\/)?_posts\/(.+)\.\w+$/.exec(rest)?.[1]
  return tag === 'link' && file !== undefined ? context.postUrl(file) : null
}

/** Asked for rising offsets, it counts each line end once. */
function lineCounter(source: string): (offset: number) => number {
  let [line, counted] = [1, 0]
  return (offset) => {
    for (let end = source.indexOf('\n', counted); end >= 0 && end < offset; end = source.indexOf('\n', counted)) {
      line++
      counted = end + 1
    }
    return line
  }
}
