import type { MarkdownIt } from 'markdown-it'

const WORD = /[\p{L}\p{N}]/u

/**
 * kramdown asks only for a space beside the mark, CommonMark also for punctuation: there `**价格：**上涨` stays unread, as no
 * space stands between Chinese words. `_` stays literal within a word, and the star of `*ST` before a share's name is no mark.
 */
export function kramdownEmphasis(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): { can_open: boolean; can_close: boolean; length: number } {
      const marker = this.src.charAt(start)
      let end = start + 1
      while (end < this.posMax && this.src.charAt(end) === marker) end++
      const before = start === 0 ? ' ' : this.src.charAt(start - 1)
      const after = end < this.posMax ? this.src.charAt(end) : ' '
      if (marker === '*' && end === start + 1 && this.src.startsWith('ST', end))
        return { can_open: false, can_close: false, length: 1 }
      return {
        can_open: !isSpace(after) && (canSplitWord || !WORD.test(before)),
        can_close: !isSpace(before) && (canSplitWord || !WORD.test(after)),
        length: end - start,
      }
    }
  }
}

const isSpace = (character: string) => /\s/.test(character)
