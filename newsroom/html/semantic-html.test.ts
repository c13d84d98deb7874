import { describe, expect, it } from 'vitest'
import { cleanTree, printHtml } from './clean-html'
import { parseHtml } from './html-tree'
import { type Found, semanticBlocks } from './semantic-html'

function read(html: string): string {
  return printHtml(cleanTree({ type: 'root', children: semanticBlocks(parseHtml(html), nothing()) }))
}
const nothing = (): Found => ({ images: [], centred: new Set(), embeds: [] })

describe('paragraphs', () => {
  it.each([
    [
      'lose the indent set in by hand',
      '<p>　　甲</p><p>&emsp;&emsp;乙</p><p>&nbsp;&nbsp;&nbsp;&nbsp;丙 </p>',
      '<p>甲</p><p>乙</p><p>丙</p>',
    ],
    ['go when they are empty', '<p></p><p>&nbsp;</p><p><br></p><p><strong> </strong></p>甲', '<p>甲</p>'],
    [
      'come from shells and loose text',
      '甲<div>乙<section>丙</section></div><center>丁</center>戊',
      '<p>甲</p><p>乙</p><p>丙</p><p>丁</p><p>戊</p>',
    ],
    ['come from two line ends', '<p>甲<br><br>乙<br/>\n<br>丙<br>丁<br></p>', '<p>甲</p><p>乙</p><p>丙<br>丁</p>'],
    ['come from lines set in by hand', '甲。<br>　　乙。\n　　丙。<br>丁', '<p>甲。</p><p>乙。</p><p>丙。<br>丁</p>'],
    [
      'end where a block begins',
      '<p>甲<p>乙<table><tr><td>一<td>二</table>丙',
      '<p>甲</p><p>乙</p><table><tbody><tr><td>一</td><td>二</td></tr></tbody></table><p>丙</p>',
    ],
    ['stay text when tags follow on the line', '文本<p>甲 <div>乙</p>', '<p>文本</p><p>甲</p><p>乙</p>'],
    ['carry their language', '<div lang="en"><p dir="ltr">A</p></div>', '<p lang="en" dir="ltr">A</p>'],
  ])('%s', (_, html, clean) => expect(read(html)).toBe(clean))
})

describe('lines', () => {
  it.each([
    [
      'b and i say what they mean',
      '<p><b>甲</b><i>乙</i><strike>丙</strike></p>',
      '<p><strong>甲</strong><em>乙</em><s>丙</s></p>',
    ],
    [
      'bold by style is bold',
      '<p><span style="font-weight: bold">甲</span><font color=red>乙</font></p>',
      '<p><strong>甲</strong>乙</p>',
    ],
    [
      'emphasis around paragraphs goes into them',
      '<b><p>甲</p><p>乙</p></b>',
      '<p><strong>甲</strong></p><p><strong>乙</strong></p>',
    ],
    ['emphasis around two line ends, too', '<b>甲<br><br>乙</b>', '<p><strong>甲</strong></p><p><strong>乙</strong></p>'],
    ['emphasis in pieces is one', '<p><b>甲</b><span></span><b>乙</b></p>', '<p><strong>甲乙</strong></p>'],
    ['links to nowhere are words', '<p><a name=x>甲</a><a href="#mu">乙</a><a href="">丙</a></p>', '<p>甲乙丙</p>'],
    [
      'share prices are words',
      '<p>上海<span id="stock_1.600160"><a class="keytip" data-code="1" href="http://quote.example/">证券</a></span><span id="quote_1"></span>报' +
        '<span web="1" href="http://x.example" class="em_stock_key_common">甲</span></p>',
      '<p>上海证券报甲</p>',
    ],
    ['spaces are one', '<p>a  b\n c &nbsp; d</p>', '<p>a b c d</p>'],
    ['no space where the source was broken between Chinese', '<p>甲\n  乙，\n丙</p>', '<p>甲乙，丙</p>'],
    ['a name keeps its blank', '<p>张　三</p>', '<p>张　三</p>'],
    ['code keeps its spaces', '<p><code>a  b</code></p><pre>\n a\n  b\n</pre>', '<p><code>a  b</code></p><pre> a\n  b</pre>'],
  ])('%s', (_, html, clean) => expect(read(html)).toBe(clean))
})

describe('what no reader saw goes', () => {
  it.each([
    '<!-- EM_StockImg_Start --><p style="display:none">密</p><!-- EM_StockImg_End -->',
    '<div style="visibility: hidden">密</div>',
    '<p hidden>密</p>',
    '<script>密</script><style>密</style><template>密</template><noscript>密</noscript>',
    '<img src="//count.example/1.gif" width=1 height=1>',
    '<img src="x" style="width:1px">',
    '<img>',
    '<p><img src="http://charts.example/GetPic.aspx?nid=1&token=2&at=1"></p>',
    '<form><input value="密"><button>密</button></form>',
  ])('%s', (html) => {
    const found = nothing()
    expect(semanticBlocks(parseHtml(html), found)).toEqual([])
    expect(found.images).toEqual([])
  })

  it('what a reader did see is told', () => {
    const found = nothing()
    semanticBlocks(parseHtml('<p>甲<iframe src="http://v.example"></iframe></p><video src=a></video>'), found)
    expect(found.embeds.map(({ tagName }) => tagName)).toEqual(['iframe', 'video'])
  })
})

describe('pictures', () => {
  it('stand between the paragraphs', () => {
    expect(read('<p>甲<a href=b><img src=a></a>乙</p><center><img src=c></center>')).toBe(
      '<p>甲</p><figure data-picture="0"></figure><p>乙</p><figure data-picture="1"></figure>',
    )
  })

  it('keep their own caption', () => {
    expect(read('<figure><p><img src=a></p><figcaption>图 <b>说</b></figcaption></figure>')).toBe(
      '<figure data-picture="0"><figcaption>图 <strong>说</strong></figcaption></figure>',
    )
  })

  it('follow the heading they stood in', () => {
    expect(read('<h2>甲<img src=a></h2>')).toBe('<h2>甲</h2><figure data-picture="0"></figure>')
  })

  it('take the address that is loaded later', () => {
    const found = nothing()
    semanticBlocks(parseHtml('<img src="blank.gif" data-src="a.jpg">'), found)
    expect(found.images[0]?.properties.dataSrc).toBe('a.jpg')
  })
})

describe('lists and tables', () => {
  it.each([
    [
      'items need no paragraph',
      '<ul><li><p>甲</p></li><li>乙<ul><li>丙</ul></ul>',
      '<ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul>',
    ],
    [
      'a list between items belongs to the last',
      '<ol start=3><li>甲</li><ol><li>乙</ol><li></ol>',
      '<ol start="3"><li>甲<ol><li>乙</li></ol></li></ol>',
    ],
    ['definitions', '<dl><div><dt>词<dd><p>释</div></dl>', '<dl><dt>词</dt><dd>释</dd></dl>'],
    [
      'a first row in bold is the header',
      '<table border=1 style="x"><tr><td><b>甲</b></td><td align=center><p><strong>乙</strong></p></td></tr><tr><td>1</td><td colspan=2>2</td></tr></table>',
      '<table><thead><tr><th scope="col">甲</th><th scope="col">乙</th></tr></thead><tbody><tr><td>1</td><td colspan="2">2</td></tr></tbody></table>',
    ],
    [
      'a table keeps caption and header',
      '<table><caption>表</caption><thead><tr><th scope=col>甲</thead><tr><th scope=row>乙</table>',
      '<table><caption>表</caption><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><th scope="row">乙</th></tr></tbody></table>',
    ],
    [
      'one row of bold is no header',
      '<table><tr><td><b>甲</b></td><td><b>乙</b></td></tr></table>',
      '<table><tbody><tr><td><strong>甲</strong></td><td><strong>乙</strong></td></tr></tbody></table>',
    ],
    ['a table of one cell was layout', '<table><tr><td><p>甲</p><p>乙</p></td></tr></table>', '<p>甲</p><p>乙</p>'],
    ['an empty table goes', '<table><tr></tr></table>', ''],
    [
      'details',
      '<details open><summary><p>甲</p></summary>乙</details>',
      '<details open><summary>甲</summary><p>乙</p></details>',
    ],
  ])('%s', (_, html, clean) => expect(read(html)).toBe(clean))
})
