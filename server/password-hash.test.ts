import { expect, it } from 'vitest'
import { hashPassword, PasswordsCrowded, passwordMatches } from './password-hash'

it('knows a password by its hash, however its characters were typed', async () => {
  const kept = await hashPassword('Caf\u00e9 \u5341 five')
  expect(await passwordMatches(kept, 'Cafe\u0301 \u5341 five')).toBe(true)
  expect(await passwordMatches(kept, 'Cafe \u5341 five')).toBe(false)
})

it('looks at so many of a flood and sends the others away at once; then there is room again', async () => {
  const kept = await hashPassword('six herons above the lock')
  const all = await Promise.allSettled(Array.from({ length: 80 }, () => passwordMatches(kept, 'another')))
  const away = all.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(away).toHaveLength(80 - 66)
  for (const { reason } of away) expect(reason).toBeInstanceOf(PasswordsCrowded)
  expect(await passwordMatches(kept, 'six herons above the lock')).toBe(true)
})
