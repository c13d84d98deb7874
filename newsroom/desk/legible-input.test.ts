import { expect, it } from 'vitest'
import { legibleInput } from './legible-input'

it('words are legible at any depth, all else is as it was', () => {
  const at = new Date(0)
  const sent = [7, { alt: 'a\u0000<b>', names: ['书\ud800', '店'], at, left: null, active: true }]
  expect(legibleInput(sent)).toEqual([7, { alt: 'a<b>', names: ['书\ufffd', '店'], at, left: null, active: true }])
  expect((legibleInput(sent) as { at: Date }[])[1]?.at).toBe(at)
})
