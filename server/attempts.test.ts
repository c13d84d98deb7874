import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AttemptKey, countTry, forgiveTry, networkKey, pruneAttempts } from './attempts'
import { db } from './db'
import { createTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())
beforeEach(async () => {
  await db().attempt.deleteMany()
})

const tryTimes = async (times: number, keys: AttemptKey[]) => {
  const waits: number[] = []
  for (let index = 0; index < times; index++) waits.push(await countTry(keys))
  return waits
}
const unblock = () => db().attempt.updateMany({ data: { blockedUntil: new Date(Date.now() - 1) } })
const countOf = async (key: string) => (await db().attempt.findUniqueOrThrow({ where: { key } })).count

describe('tries at an account', () => {
  it('are free five times, then each waits twice as long, from the tenth on a quarter of an hour', async () => {
    const waits: (number | null)[] = []
    for (let tries = 0; tries < 12; tries++) {
      await unblock()
      expect(await countTry(['account:a'])).toBe(0)
      const { blockedUntil } = await db().attempt.findUniqueOrThrow({ where: { key: 'account:a' } })
      waits.push(blockedUntil && Math.round((blockedUntil.getTime() - Date.now()) / 1000))
    }
    expect(waits).toEqual([null, null, null, null, 2, 4, 8, 16, 32, 900, 900, 900])
    expect(await countTry(['account:a'])).toBeGreaterThan(890)
  })

  it('that come all at once are all counted, and five are let through', async () => {
    const waits = await Promise.all(Array.from({ length: 100 }, () => countTry(['account:burst'])))
    expect(await countOf('account:burst')).toBe(100)
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('do not touch another account, nor the device its owner is known on', async () => {
    await tryTimes(20, ['account:a'])
    expect(await countTry(['account:b'])).toBe(0)
    expect(await countTry(['device:a-at-home'])).toBe(0)
  })

  it('are at most twenty an hour, however patient', async () => {
    let evaluated = 0
    for (let minute = 0; minute < 60; minute++) {
      await db()
        .$executeRaw`UPDATE "Attempt" SET "blockedUntil" = "blockedUntil" - interval '1 minute', "windowSince" = "windowSince" - interval '1 minute'`
      for (let index = 0; index < 10; index++) if ((await countTry(['account:patient'])) === 0) evaluated++
    }
    expect(evaluated).toBeLessThanOrEqual(20)
  })

  it('are forgotten once one succeeds', async () => {
    await tryTimes(4, ['account:a'])
    await forgiveTry(['account:a'])
    expect(await db().attempt.count()).toBe(0)
  })

  it('begin anew after an hour', async () => {
    await tryTimes(12, ['account:a'])
    const past = new Date(Date.now() - 3_601_000)
    await db().attempt.updateMany({ data: { windowSince: past, blockedUntil: past } })
    expect(await tryTimes(5, ['account:a'])).toEqual([0, 0, 0, 0, 0])
  })
})

describe('tries from a network', () => {
  it('are one count for a whole /64', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => networkKey(`2001:db8:0:1::${index.toString(16)}`))
    const waits: number[] = []
    for (const key of keys) waits.push(await countTry([key]))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(30)
    expect(await countTry([networkKey('2001:db8:0:2::1')])).toBe(0)
  })

  it('get back what succeeded, so a newsroom behind one address signs in all morning', async () => {
    for (let index = 0; index < 100; index++) {
      expect(await countTry([networkKey('192.0.2.1')])).toBe(0)
      await forgiveTry([networkKey('192.0.2.1')])
    }
  })
})

it('counts of yesterday go', async () => {
  await countTry(['account:old', 'account:new'])
  await db().attempt.update({ where: { key: 'account:old' }, data: { windowSince: new Date(Date.now() - 86_401_000) } })
  expect(await pruneAttempts()).toBe(1)
})
