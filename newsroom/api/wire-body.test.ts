import { expect, it } from 'vitest'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { readWireBody, settleWireBody } from './wire-body'

const ID = 'ab'.repeat(32)
const LIBRARY = new Map([[ID, [{ key: `ab/${ID}-640.webp`, width: 640, height: 480 }]]])
const body = (bodyHtml: string) => settleWireBody(readWireBody({ bodyHtml }), LIBRARY).bodyHtml

it('is cut to what a body may be made of', () => {
  expect(
    body('<h1>标题</h1><div style="color:red" onclick="x()">　　水到<b>渠成</b><script>alert(1)</script></div><p> </p>'),
  ).toBe('<h2>标题</h2><p>水到<strong>渠成</strong></p>')
})

it('keeps pictures of the library, and links to those that lie elsewhere', () => {
  expect(body(`<p>前</p><img src="/media/ab/${ID}-640.webp" alt="桥"><p>后</p>`)).toContain(
    `<figure><img src="/media/ab/${ID}-640.webp" width="640" height="480" alt="桥"`,
  )
  expect(body('<p>前</p><p><img src="https://wire.example/a.jpg" alt="河"></p>')).toBe(
    '<p>前</p><figure class="remote-picture"><a href="https://wire.example/a.jpg" rel="noopener nofollow">图片：河</a></figure>',
  )
  expect(body('<p>前</p><img src="data:image/png;base64,AA=="><img src="/media/cd/none.webp">')).toBe('<p>前</p>')
})

it('may be Markdown', () => {
  const read = readWireBody({ bodyMarkdown: '## 小题\n\n一段 *话*。\n\n- 甲\n- 乙\n' })
  expect(settleWireBody(read, LIBRARY)).toMatchObject({
    bodyHtml: '<h2>小题</h2><p>一段 <em>话</em>。</p><ul><li>甲</li><li>乙</li></ul>',
    plainText: '小题\n\n一段 话。\n\n甲\n乙',
  })
})

it('is the same when it is cleaned again', () => {
  const once = body('<p>一<br><br>二</p><img src="https://wire.example/a.jpg"><table><tr><td>甲</td></tr></table>')
  expect(cleanHtml(once)).toBe(once)
})
