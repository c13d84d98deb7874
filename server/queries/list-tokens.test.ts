import { afterAll, beforeAll, expect, it } from 'vitest'
import { createToken } from '@/server/commands/create-token'
import { openDesk, well } from '@/server/commands/desk-fixture'
import { revokeToken } from '@/server/commands/revoke-token'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { listTokens } from './list-tokens'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
})
afterAll(() => database.drop())

it('tells everything of a token but itself, the good ones first', async () => {
  const desk = await openDesk()
  const [first = 0] = desk.categories
  const make = async (wire: string, told: object = {}) =>
    well(await createToken(desk.administrator, { name: wire, wire, publish: false, categoryIds: [], until: '', ...told })).token
  const secrets = [
    await make('revoked'),
    await make('ended', { until: '2099-01-01' }),
    await make('good', { until: '2098-12-31', publish: true, categoryIds: [first] }),
  ]
  const { id } = await db().apiToken.findFirstOrThrow({ where: { wire: 'revoked' } })
  well(await revokeToken(desk.administrator, { tokenId: id }))
  await db().apiToken.updateMany({ where: { wire: 'ended' }, data: { expiresAt: new Date(Date.now() - 1000) } })
  const { tokens } = await listTokens()
  expect(tokens).toMatchObject([
    { wire: 'good', state: 'good', until: '2098-12-31', publishes: true, categories: [{ id: first }], usedOn: null },
    { wire: 'ended', state: 'ended', publishes: false, categories: [] },
    { wire: 'revoked', state: 'revoked', until: null, madeBy: '陶管理' },
  ])
  for (const secret of secrets) expect(JSON.stringify(tokens)).not.toContain(secret.slice(12))
  expect(tokens[0]).not.toHaveProperty('tokenHash')
})
