import { expect, type Locator, test } from '@playwright/test'
import { type Desk, editorOf, leaveDraft, openDesk, told } from './desk-trust'
import { addColleague } from './staff'

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体'>　　本报讯　记者昨日获悉，</span><b>沿江水道</b><span>清淤12万m<span
style='vertical-align:super'>3</span>。<o:p></o:p></span></p><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<table class=MsoTableGrid border=1><tr><td width=277><p class=MsoNormal align=center><b>标段</b></p></td></tr>
<tr><td><p class=MsoNormal>上游段</p></td></tr></table>
<img src="x" onerror="document.title='run'"><script>document.title = 'run'</script><!--EndFragment--></body></html>`

/** Blocks the editor has no means for, and signs that a parser can read in two ways. */
const KEPT = [
  '<p>他说<ruby>漪<rt>yī</rt></ruby>江 &amp; 旧桥 &lt;1998>。</p>',
  '<pre><code>  第一行\n第二行</code></pre>',
  '<details><summary>名单</summary><p>甲、乙</p></details>',
  '<table><caption>水位</caption><tbody><tr><th scope="row">上游</th><td colspan="2">3.2</td></tr></tbody></table>',
]

const bodyOf = async (desk: Desk, id: string) => (await told(desk, id)).content.bodyHtml

async function paste(into: Locator, html: string): Promise<void> {
  await into.click()
  await into.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    clipboardData.setData('text/plain', '文稿')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test('what is pasted from Word comes in clean, and nothing of it runs', async ({ browser }) => {
  const desk = await openDesk(browser, await addColleague('reporter', '林文'))
  const id = await leaveDraft(desk, { headline: '清淤', bodyHtml: '' })
  await desk.page.goto(`${desk.site}/admin/articles/${id}`)
  const { body, status } = editorOf(desk.page)
  await expect(body).toBeEditable()
  const title = await desk.page.title()
  await paste(body, WORD)
  await expect(body.locator('strong').first()).toHaveText('沿江水道')
  await expect(status).toContainText('已保存')
  await expect
    .poll(() => bodyOf(desk, id))
    .toBe(
      '<p>本报讯　记者昨日获悉，<strong>沿江水道</strong>清淤12万m<sup>3</sup>。</p>' +
        '<table><tbody><tr><td><strong>标段</strong></td></tr><tr><td>上游段</td></tr></tbody></table>',
    )
  expect(await desk.page.title()).toBe(title)
})

test('what the editor cannot edit comes out of a browser as it went in', async ({ browser }) => {
  const desk = await openDesk(browser, await addColleague('reporter', '林文'))
  const id = await leaveDraft(desk, { headline: '旧文', bodyHtml: `<p>开头</p>${KEPT.join('')}` })
  await desk.page.goto(`${desk.site}/admin/articles/${id}`)
  const { body } = editorOf(desk.page)
  await expect(body).toBeEditable()
  await body.getByText('开头').click()
  await desk.page.keyboard.press('End')
  await desk.page.keyboard.type('。')
  await expect.poll(() => bodyOf(desk, id)).toBe(`<p>开头。</p>${KEPT.join('')}`)
})
