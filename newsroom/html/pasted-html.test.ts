import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from './clean-html'
import { pastedHtml, pastedText } from './pasted-html'

const html = (pasted: string) => pastedHtml(pasted).html

describe('from Word', () => {
  it('keeps the text of a document, its headings, lists and tables', () => {
    const { html: text } = pastedHtml(WORD)
    expect(text).toBe(
      '<h2>江海市疏浚沿江水道</h2>' +
        '<p>本报讯　记者昨日从市水务局获悉，<strong>沿江水道</strong>疏浚工程<em>全线</em>开工，计划工期90天，清淤12万m<sup>3</sup>。</p>' +
        '<h3>三段同时开工</h3>' +
        '<ul><li>上游段：自北原闸至渡口<ul><li>含两处涵洞</li></ul></li><li>中游段：自渡口至旧桥</li></ul>' +
        '<ol><li>先清障</li><li>再清淤</li></ol>' +
        '<table><thead><tr><th scope="col">标段</th><th scope="col">长度（公里）</th></tr></thead>' +
        '<tbody><tr><td>上游段</td><td>3.2</td></tr></tbody></table>' +
        '<p>市民可致电查询。</p>',
    )
  })
})

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset="utf-8"><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=ZH-CN style='text-justify-trim:punctuation'><!--StartFragment-->
<h1><span style='font-family:等线 Light'>江海市疏浚沿江水道</span><span lang=EN-US><o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体;mso-ascii-font-family:Calibri'>　　本报讯　记者昨日从市水务局获悉，</span><b><span
style='font-family:宋体'>沿江水道</span></b><span style='font-family:宋体'>疏浚工程<i style='mso-bidi-font-style:normal'>全线</i>开工，计划工期<span lang=EN-US>90</span>天，清淤12万m<span style='vertical-align:super'>3</span>。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='mso-outline-level:2'><span>三段同时开工</span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span>上游段：自北原闸至渡口</span></p>
<p class=MsoListParagraph style='margin-left:42.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>n<span>&nbsp; </span></span><![endif]><span>含两处涵洞</span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>l<span>&nbsp; </span></span><![endif]><span>中游段：自渡口至旧桥</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>先清障</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>再清淤</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=277 style='padding:0cm'><p class=MsoNormal align=center><b>标段</b></p></td><td><p class=MsoNormal><b>长度（公里）</b></p></td></tr>
<tr><td><p class=MsoNormal>上游段</p></td><td><p class=MsoNormal><span lang=EN-US>3.2</span></p></td></tr></table>
<p class=MsoNormal>市民可致电查询。</p><!--EndFragment--></body></html>`

it('from WPS: its lists, its empty lines, its fonts', () => {
  expect(
    html(
      `<html><head><meta name="Generator" content="Kingsoft WPS"></head><body><!--StartFragment--><p class=MsoNormal align=center style="text-align:center;"><b><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt;">渡口新栈桥启用</span></b></p>` +
        `<p class=MsoNormal><span style="mso-spacerun:'yes';font-family:宋体;"><font face="宋体">&emsp;&emsp;渡口新栈桥昨日启用，</font></span><span style="font-family:宋体;font-weight:bold;">免费</span><span>通行。</span></p>` +
        `<p class=MsoNormal><span style="mso-spacerun:'yes';">&nbsp;</span></p>` +
        `<p class=MsoNormal style="margin-left:21pt;mso-list:l0 level1 lfo1;"><span style="font-family:Wingdings;"><span style='mso-list:Ignore;'>·&nbsp;</span></span><span>早班五时</span></p>` +
        `<p class=MsoNormal style="margin-left:21pt;mso-list:l0 level1 lfo1;"><span style='mso-list:Ignore;'>·&nbsp;</span><span>末班二十二时</span></p><!--EndFragment--></body></html>`,
    ),
  ).toBe(
    '<h2>渡口新栈桥启用</h2><p>渡口新栈桥昨日启用，<strong>免费</strong>通行。</p><ul><li>早班五时</li><li>末班二十二时</li></ul>',
  )
})

it('from the editor of WeChat accounts: sections within sections, pictures that are fetched late', () => {
  const pasted = pastedHtml(
    `<section data-role="outer" style="font-size:16px;"><section style="text-align:center;"><section style="display:inline-block;border-bottom:2px solid #d33;"><p><strong><span style="font-size:18px;color:#d33;">老街有了新书房</span></strong></p></section></section>` +
      `<section style="line-height:1.75em;"><span style="letter-spacing:1px;">　　三月二日，旧码头仓库改成的书房开门。</span></section><section><br></section>` +
      `<section style="text-align:center;"><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-ratio="0.66" data-type="jpeg" src="data:image/gif;base64,R0lGOD" alt="图片"></section>` +
      `<section style="text-align:center;"><span style="font-size:12px;color:#888;">▲书房一角。摄影：林晓</span></section>` +
      `<p style="white-space:normal;"><a href="https://mp.weixin.qq.com/s?__biz=MzA&amp;mid=22&amp;idx=1&amp;sn=7f&amp;chksm=88&amp;scene=21#wechat_redirect" target="_blank" data-linktype="2">此前报道</a></p>` +
      `<mp-common-profile class="js_uneditable" data-nickname="江海日报"></mp-common-profile><p style="display:none;">隐藏</p></section>`,
  )
  expect(pasted.html).toBe(
    '<h2>老街有了新书房</h2><p>三月二日，旧码头仓库改成的书房开门。</p>' +
      '<figure data-picture="0"><figcaption>▲书房一角。摄影：林晓</figcaption></figure>' +
      '<p><a href="https://mp.weixin.qq.com/s?__biz=MzA&amp;mid=22&amp;idx=1&amp;sn=7f#wechat_redirect">此前报道</a></p>',
  )
  expect(pasted.pictures).toEqual([{ src: 'https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg', alt: '' }])
})

describe('from a web page', () => {
  it('runs nothing, follows nobody, keeps nothing of the page around the text', () => {
    expect(
      html(
        `<meta charset='utf-8'><div class="article"><script>alert(1)</script><p onclick="x()">一 <a href="javascript:alert(1)">二</a> <a href="https://a.example/x?id=3&utm_source=wx&spm=a.b">三</a></p>` +
          `<form><input value="x"></form><iframe src="https://v.example/1"></iframe><p><a href="https://link.zhihu.com/?target=https%3A//b.example/y">四</a><a href="/relative">五</a></p></div>`,
      ),
    ).toBe('<p>一 二 <a href="https://a.example/x?id=3">三</a></p><p><a href="https://b.example/y">四</a>五</p>')
  })

  it('takes the bold that a wrapper of another program says is none for what it is', () => {
    expect(
      html(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">要点</span>，<span style="font-weight:400;font-style:italic">其余</span></p></b>',
      ),
    ).toBe('<p dir="ltr"><strong>要点</strong>，<em>其余</em></p>')
  })

  it('makes a list of lines with bullets, of one such line none', () => {
    expect(html('<p>• 甲</p>\n<p>•　<b>乙</b>一</p><p>丙</p>')).toBe(
      '<ul><li>甲</li><li><strong>乙</strong>一</li></ul><p>丙</p>',
    )
    expect(html('<p>• 甲</p><p>丙</p>')).toBe('<p>• 甲</p><p>丙</p>')
  })

  it('puts the picture of a cell behind the table', () => {
    expect(pastedHtml('<table><tr><td>甲<img src="https://a.example/1.png" alt="江面"></td><td>乙</td></tr></table>')).toEqual({
      html: '<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table><figure data-picture="0"></figure>',
      pictures: [{ src: 'https://a.example/1.png', alt: '江面' }],
    })
  })
})

it('plain text is a paragraph a line, without the spaces that indent it', () => {
  expect(pastedText('　　第一段。\r\n\r\n  第二段 <b>。\u00a0\n')).toBe('<p>第一段。</p><p>第二段 &lt;b>。</p>')
})

it('whatever is pasted, only what an article may hold comes of it', () => {
  const part = fc.constantFrom(
    ...'<p class=MsoListParagraph style="mso-list:l0 level2 lfo1">|<span style="mso-list:Ignore">1.</span>|</p>|<section>|</section>|<b>|</b>|文|<table><tr><td>|</table>|<img src="data:image/png;base64,AA">|<span style="font-weight:bold">|</span>|<li>|<h1>|</h1>|<a href="javascript:x">|</a>|<o:p>|<br>|&nbsp;|<![if x]>|<!--'.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
      const { html: text } = pastedHtml(parts.join(''))
      expect(cleanHtml(text)).toBe(text)
      expect(text).not.toMatch(/style|javascript|class/)
    }),
    { numRuns: 400 },
  )
})
