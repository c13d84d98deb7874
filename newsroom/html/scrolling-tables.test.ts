import { describe, expect, it } from 'vitest'
import { scrollingTables } from './scrolling-tables'

const open = '<div class="scroller" role="region" tabindex="0" aria-label="表格">'

describe('scrollingTables', () => {
  it('wraps each table', () => {
    const table = '<table><tbody><tr><td>甲</td></tr></tbody></table>'
    expect(scrollingTables(`<p>文</p>${table}<p>文</p>${table}`, '表格')).toBe(
      `<p>文</p>${open}${table}</div><p>文</p>${open}${table}</div>`,
    )
  })

  it('wraps only the outermost of nested tables', () => {
    const inner = '<table><tr><td>乙</td></tr></table>'
    expect(scrollingTables(`<table><tr><td colspan="2">${inner}</td></tr></table>`, '表格')).toBe(
      `${open}<table><tr><td colspan="2">${inner}</td></tr></table></div>`,
    )
  })

  it('leaves alone what only looks like a table', () => {
    for (const body of [
      '<p>&#x3C;table></p>',
      '<img src="/media/a.webp" alt="<table>"><p>文</p>',
      '<p title="</table>">文</p>',
    ]) {
      expect(scrollingTables(body, '表格')).toBe(body)
    }
  })

  it('writes its label as an attribute', () => {
    expect(scrollingTables('<table></table>', 'A "b" & c')).toContain('aria-label="A &quot;b&quot; &amp; c"')
  })
})
