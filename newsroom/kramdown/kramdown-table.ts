import type { MarkdownIt, StateBlock } from 'markdown-it'

/** `|---|:--:|` or `|===|` between rows */
const RULE = /^\|[\s|:=+-]+$/

/** kramdown's tables without a header row: lines that begin with `|`, rules between them. Tables with one are GFM's. */
export function kramdownTable(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'kramdown_table', table)
}

function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent) return false
  let line = startLine
  const rows: string[] = []
  for (; line < endLine && !state.isEmpty(line); line++) {
    const text = lineText(state, line)
    if (!text.startsWith('|') || (text.length > 1 && !text.includes('|', 1))) break
    if (!RULE.test(text)) rows.push(text)
  }
  if (rows.length === 0) return false
  state.push('table_open', 'table', 1)
  for (const row of rows) {
    state.push('tr_open', 'tr', 1)
    for (const cell of cellsOf(row)) {
      state.push('td_open', 'td', 1)
      const inline = state.push('inline', '', 0)
      inline.content = cell
      inline.children = []
      state.push('td_close', 'td', -1)
    }
    state.push('tr_close', 'tr', -1)
  }
  state.push('table_close', 'table', -1)
  state.line = line
  return true
}

function cellsOf(row: string): string[] {
  const inner = row.slice(1).replace(/(?<!\\)\|\s*$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line]).trimEnd()
}
