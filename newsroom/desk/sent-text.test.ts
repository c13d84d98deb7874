import { expect, it } from 'vitest'
import { sentField, sentText } from './sent-text'

it('leaves a word as it is, without what no database holds', () => {
  expect(sentText('林一 🖋')).toBe('林一 🖋')
  expect(sentText('a\u0000b\ud800')).not.toMatch(/\0|[\ud800-\udfff]/)
})

it('makes no word of what is none', () => {
  for (const value of [undefined, null, 7, {}, { __proto__: null }, [], { toString: 1 }]) expect(sentText(value)).toBe('')
})

it('reads a field of a form, and nothing of what is no form', () => {
  const form = new FormData()
  form.set('email', 'lin@paper.example')
  form.set('file', new File(['x'], 'x.txt'))
  expect(sentField(form, 'email')).toBe('lin@paper.example')
  expect(sentField(form, 'file')).toBe('')
  expect(sentField(form, 'none')).toBe('')
  for (const none of [undefined, null, 'email', { get: 1 }, { email: 'x' }]) expect(sentField(none, 'email')).toBe('')
})
