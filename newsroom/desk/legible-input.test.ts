import { expect, it } from 'vitest'
import { legibleInput } from './legible-input'

it('words are legible at any depth, all else is as it was', () => {
  const at = new Date(0)
  const sent = [7, { alt: 'a\u0000<b>', names: ['书\ud800', '店'], at, left: null, active: true }]
  expect(legibleInput(sent)).toEqual([7, { alt: 'a<b>', names: ['书\ufffd', '店'], at, left: null, active: true }])
  expect((legibleInput(sent) as { at: Date }[])[1]?.at).toBe(at)
})

it('what is nested without end ends', () => {
  let sent: unknown = 'x'
  for (let depth = 0; depth < 20_000; depth++) sent = [sent]
  expect(JSON.stringify(legibleInput({ sent }))).toHaveLength('{"sent":}'.length + 2 * 32 + 'null'.length)
})
