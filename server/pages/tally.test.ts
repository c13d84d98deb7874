import { expect, it } from 'vitest'
import { type Sums, Tally } from './tally'

it('adds up, and keeps what could not be saved', async () => {
  const saved: [string, number][][] = []
  let away = true
  const tally = new Tally(async (sums: Sums) => {
    if (away) throw new Error('the database is away')
    saved.push([...sums])
  }, 60_000)
  tally.add('a')
  tally.add('a')
  await tally.flush()
  away = false
  tally.add('b')
  await tally.stop()
  await tally.flush()
  expect(saved).toEqual([
    [
      ['a', 2],
      ['b', 1],
    ],
  ])
})
