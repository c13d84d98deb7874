import { describe, expect, it } from 'vitest'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { renderMarkdown } from './kramdown'

/** Without the line ends between blocks. */
const read = (source: string) =>
  renderMarkdown(source)
    .replace(/>\s*\n\s*</g, '><')
    .trim()

describe('blocks of HTML', () => {
  it('are HTML to their end tag, over blank lines, where * and _ are letters', () => {
    expect(read('<p>甲*乙*丙\n\n_丁_</p>\n\n*戊*')).toBe('<p>甲*乙*丙\n\n_丁_</p><p><em>戊</em></p>')
  })

  it('follow one another on a line', () => {
    expect(read('<p>甲</p><p class="em_media">（文章来源：*）</p>\n\n<http://a.example/x>')).toBe(
      '<p>甲</p><p class="em_media">（文章来源：*）</p><p><a href="http://a.example/x">http://a.example/x</a></p>',
    )
  })

  it('are read as Markdown where they say so', () => {
    expect(read('<div markdown="1">\n\n## 题 *强*\n\n- 项\n\n</div>')).toBe(
      '<div markdown="1"><h2>题 <em>强</em></h2><ul><li>项</li></ul></div>',
    )
    expect(read('<p markdown="1">*强*</p> <p>*星*</p>')).toBe('<p markdown="1"><em>强</em></p><p>*星*</p>')
    expect(read('<div markdown="span">*强*</div>')).toBe('<div markdown="span"><em>强</em></div>')
  })

  it('leave what follows their end tag to a paragraph', () => {
    expect(read('<p>甲</p>乙*丙*\n丁\n\n戊')).toBe('<p>甲</p><p>乙<em>丙</em>\n丁</p><p>戊</p>')
  })

  it('end at a blank line when they are never closed', () => {
    expect(read('<p>甲*乙*\n\n*丙*')).toBe('<p>甲*乙*\n<p><em>丙</em></p>')
  })

  it('end a paragraph and a quotation, and stay within a list item', () => {
    expect(read('甲\n<p>乙</p>')).toBe('<p>甲</p><p>乙</p>')
    expect(read('> 甲\n<p>乙</p>')).toBe('<blockquote><p>甲</p></blockquote><p>乙</p>')
    expect(read('- 甲\n\n  <div>乙\n\n  丙</div>\n- 丁')).toContain('<div>乙\n\n丙</div>')
  })

  it('begin with block tags only: a span is text', () => {
    expect(read('<span>*强*</span>')).toBe('<p><span><em>强</em></span></p>')
  })

  it('may be comments', () => expect(read('<!-- 甲\n\n乙 -->\n*丙*')).toBe('<!-- 甲\n\n乙 --><p><em>丙</em></p>'))

  it('do not begin after text: tags on its line are tags', () => {
    expect(cleanHtml(renderMarkdown('文本<p>甲 <div>乙</p>'))).toContain('文本')
  })
})

describe('lines of text', () => {
  it('take any mark beside Chinese punctuation', () => {
    expect(read('**价格：**上涨，**“强”**烈')).toBe('<p><strong>价格：</strong>上涨，<strong>“强”</strong>烈</p>')
  })

  it('keep the star of a share and underscores within words', () => {
    expect(read('*ST康美、*ST海航 a_b_c 5 * 3 * 2')).toBe('<p>*ST康美、*ST海航 a_b_c 5 * 3 * 2</p>')
  })

  it('link addresses in angle brackets, and no others', () => {
    expect(read('<http://a.example/?x=1&y=2> http://b.example <>')).toBe(
      '<p><a href="http://a.example/?x=1&amp;y=2">http://a.example/?x=1&amp;y=2</a> http://b.example &lt;&gt;</p>',
    )
    expect(read('[返回首页](//news.example/)｜[上](../)')).toBe(
      '<p><a href="//news.example/">返回首页</a>｜<a href="../">上</a></p>',
    )
  })

  it('set in by hand are paragraphs, indented code is code', () => {
    expect(read('    　　本报讯\n    续\n\n    let x')).toBe('<p>　　本报讯\n续</p><pre><code>let x\n</code></pre>')
  })

  it('continue a quotation without its mark', () => {
    expect(read('> 摘要\n续行\n\n正文')).toBe('<blockquote><p>摘要\n续行</p></blockquote><p>正文</p>')
  })

  it('make no curly quotes, dashes or dots', () => expect(read(`"甲" -- '乙'...`)).toBe(`<p>&quot;甲&quot; -- '乙'...</p>`))
})

describe('attribute lists', () => {
  it('go after a block, after a span, in a heading', () => {
    expect(read('甲\n{: .note #x lang="zh"}\n\n[乙](b){:target="_blank"} **丙**{: .r}\n\n# 丁 {#ding}\n\n1. 戊\n{:toc}')).toBe(
      '<p>甲</p><p><a href="b">乙</a> <strong>丙</strong></p><h1>丁</h1><ol><li>戊</li></ol>',
    )
  })

  it('stay where they are glued to words', () => expect(read('文字{: .x}')).toBe('<p>文字{: .x}</p>'))

  it('of extensions go with what they hold', () => {
    expect(read('{::comment}\n草稿\n{:/comment}\n甲\n\n{::options parse_block_html="true" /}\n乙')).toBe('<p>甲</p><p>乙</p>')
  })
})

describe('other forms', () => {
  it('footnotes carry ids of their own kind', () => {
    expect(cleanHtml(read('甲[^a]，乙[^a]。\n\n[^a]: 注'))).toBe(
      '<p>甲<sup class="footnote"><a href="#fn-1" id="fn-ref-1">1</a></sup>，乙<sup class="footnote"><a href="#fn-1" id="fn-ref-1-1">1</a></sup>。</p>' +
        '<ol class="footnotes"><li id="fn-1"><p>注 <a href="#fn-ref-1" class="footnote-back">↩︎</a> <a href="#fn-ref-1-1" class="footnote-back">↩︎</a></p></li></ol>',
    )
  })

  it('definitions', () => expect(read('词\n: 释义')).toBe('<dl><dt>词</dt><dd>释义</dd></dl>'))

  it('tables with a header and without', () => {
    expect(read('|甲|乙|\n|---|--:|\n|1|2|')).toContain('<th>甲</th>')
    expect(read('|甲|乙\\|丙|\n|---+---|\n|*1*|2')).toBe(
      '<table><tr><td>甲</td><td>乙|丙</td></tr><tr><td><em>1</em></td><td>2</td></tr></table>',
    )
  })

  it('fenced code', () =>
    expect(read('~~~ js\n<p>*甲*</p>\n~~~')).toBe('<pre><code class="language-js">&lt;p&gt;*甲*&lt;/p&gt;\n</code></pre>'))

  it('a link to anywhere keeps its words', () => {
    expect(cleanHtml(renderMarkdown('[甲](javascript:alert(1))'))).toContain('<a>甲</a>')
  })
})

describe('hostile sizes are read to the end, and give no more than they brought', { timeout: 30_000 }, () => {
  it.each([
    ['paragraphs', '<p>甲*乙*</p>\n'.repeat(50_000)],
    ['unclosed blocks', '<div>\n\n'.repeat(50_000)],
    ['nested Markdown', '<div markdown="1">\n'.repeat(50_000)],
    ['Markdown on one line', '<p markdown="1">*甲*</p>'.repeat(20_000)],
    ['comments', '<!--'.repeat(50_000)],
    ['quotes in tags', '<p "\'\n'.repeat(50_000)],
    ['extensions', '{::c}\n'.repeat(50_000)],
    ['emphasis', '*甲**乙_丙'.repeat(30_000)],
    ['brackets', '![甲](<'.repeat(30_000)],
    ['items', '- <div>\n'.repeat(20_000)],
  ])('%s', (_, source) => {
    expect(renderMarkdown(source).length).toBeLessThan(source.length * 6)
  })
})
