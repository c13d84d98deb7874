import { expect, it } from 'vitest'
import { type Advised, adviceFor } from './advice'

const chief: Advised = { name: '顾主编', email: 'gu@ribao.example', role: 'chief', guarded: false }

it('asks for a name where there is only an address', () => {
  const unnamed: Advised = { ...chief, name: 'Gu' }
  expect(adviceFor(unnamed, [])).toBe('name')
  expect(adviceFor(unnamed, ['name'])).toBe('second-factor')
  expect(adviceFor(unnamed, ['name', 'second-factor'])).toBeNull()
})

it('advises a second factor to whoever changes what readers see', () => {
  expect(adviceFor(chief, [])).toBe('second-factor')
  expect(adviceFor({ ...chief, guarded: true }, [])).toBeNull()
  expect(adviceFor({ ...chief, role: 'editor' }, [])).toBeNull()
})
