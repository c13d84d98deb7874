import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import { bodySchema } from '@/components/desk/editor/body/schema/body-schema'
import { bodyDocument } from '@/newsroom/body/body-document'
import { bodyOf } from './body-output'
import { documentText } from './document-text'

const { text: extensions, ...views } = bodySchema
const schema = getSchema([...extensions, ...Object.values(views)])
const read = (html: string) => Node.fromJSON(schema, bodyDocument(html))

it('is one text, and every character of it is found in the document', () => {
  const document = read(
    '<p>甲<strong>乙</strong>丙<br>丁</p><ul><li>戊</li></ul><pre>己</pre><p>王<ruby>䶮<rt>yǎn</rt></ruby>到会</p>',
  )
  const { text, positionAt, offsetAt } = documentText(document)
  expect(text).toBe('甲乙丙\n丁\n\n戊\n\n王到会')
  for (const [offset, character] of [...text].entries()) {
    if (character === '\n') continue
    const position = positionAt(offset)
    expect(document.textBetween(position, position + 1)).toBe(character)
    expect(offsetAt(position)).toBe(offset)
  }
})

it('knows no place in an empty text', () => {
  const { text, positionAt, offsetAt } = documentText(read(''))
  expect([text, positionAt(0), offsetAt(1)]).toEqual(['', 0, 0])
})

it('counts 字数 of all that is read, kept blocks among it', () => {
  const html =
    '<p>江海市，3.5公里。</p><pre>己庚</pre><figure><img src="/media/a.webp" alt="无声"><figcaption>江面</figcaption></figure>'
  expect(bodyOf(read(html))).toEqual({ html, characters: 12 })
})
