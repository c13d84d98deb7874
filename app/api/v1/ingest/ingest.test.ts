import { Ajv2020 } from 'ajv/dist/2020'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ServedApi, serveApi } from '@/app/api/v1/api-fixture'
import * as ingest from '@/app/api/v1/ingest/route'
import * as openapi from '@/app/api/v1/openapi.json/route'
import type { NewApiToken } from '@/newsroom/desk/api-token'
import { createToken } from '@/server/commands/create-token'
import { openDesk, type TestDesk, well } from '@/server/commands/desk-fixture'
import { revokeToken } from '@/server/commands/revoke-token'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'

let database: TestDatabase
let desk: TestDesk
let api: ServedApi
let token: string
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })

beforeAll(async () => {
  database = await createTestDatabase({ SITE_URL: 'https://news.example' })
  desk = await openDesk()
  api = await serveApi({ '/api/v1/ingest': ingest, '/api/v1/openapi.json': openapi })
})
afterAll(async () => {
  await api?.close()
  await database.drop()
})
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "ApiToken", "Attempt"`
  token = await make()
})

const make = async (told: Partial<NewApiToken> = {}): Promise<string> => {
  const wanted = { name: '新华社专线', wire: 'xinhua', publish: true, categoryIds: [], until: '', ...told }
  return well(await createToken(desk.administrator, wanted)).token
}
let count = 0
const article = (told: object = {}) => ({
  externalId: `N-${++count}`,
  headline: '河边开了一家书店',
  bodyHtml: '<p>河边开了一家书店。</p>',
  categories: ['reviews-3'],
  ...told,
})
const post = async (body: unknown, headers: Record<string, string> = {}) =>
  await fetch(`${api.url}/api/v1/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
interface Receipt {
  items: { outcome: string; errors: { field: string }[]; externalId: string | null; id: string }[]
}
const received = async (response: Response) => ((await response.json()) as Receipt).items

describe('a delivery', () => {
  it('of one or of many is answered item by item, as the document says', async () => {
    const document = (await (await fetch(`${api.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, { post: { requestBody: Content; responses: Record<string, Content> } }>
      components: object
    }
    interface Content {
      content: Record<string, { schema: object }>
    }
    const { requestBody, responses } = document.paths['/ingest']?.post ?? { requestBody: { content: {} }, responses: {} }
    const check = ({ content }: Content, value: unknown) => {
      const validate = ajv.compile({ ...Object.values(content)[0]?.schema, components: document.components })
      return validate(value) || ajv.errorsText(validate.errors)
    }
    const good = article()
    const bad = article({ headline: undefined, colour: 'red', externalId: 'a b' })
    expect(check(requestBody, good)).toBe(true)
    expect(check(requestBody, [good, good])).toBe(true)
    expect(check(requestBody, bad)).not.toBe(true)
    for (const [body, status, outcomes] of [
      [good, 200, ['created']],
      [[good, article()], 200, ['unchanged', 'created']],
      [[article(), bad], 207, ['created', 'refused']],
      [bad, 422, ['refused']],
      [[null, 1, 'x', []], 422, ['refused', 'refused', 'refused', 'refused']],
    ] as const) {
      const response = await post(body)
      expect(response.status).toBe(status)
      const told = await response.json()
      expect(check(responses[status] as Content, told)).toBe(true)
      expect((told as Receipt).items.map(({ outcome }) => outcome)).toEqual(outcomes)
    }
    const [refused] = await received(await post(bad))
    expect(refused?.externalId).toBe('a b')
    expect(refused?.errors.map(({ field }) => field).sort()).toEqual(['', 'externalId', 'headline'])
    for (const [response, status] of [
      [await post('{', {}), 400],
      [await post([]), 400],
      [await post(Array.from({ length: 101 }, () => 1)), 400],
      [await post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
      [await post(`"${'x'.repeat(5_000_001)}"`), 413],
      [await post(article(), { authorization: '' }), 401],
    ] as const) {
      expect(response.status).toBe(status)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(check(responses[status] as Content, await response.json())).toBe(true)
    }
  })

  it('too long and of no told length is read no further', async () => {
    // Nothing holds a sender back here: one without an end would fill the memory of a busy machine.
    let left = 400
    const long = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(new TextEncoder().encode('x'.repeat(100_000))) : controller.close()),
    })
    const response = await fetch(`${api.url}/api/v1/ingest`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: long,
      duplex: 'half',
    } as RequestInit).catch(() => null)
    // Cut off before it was sent, or answered: both are well.
    expect(response?.status ?? 413).toBe(413)
  })

  it('is kept by no cache', async () => {
    expect((await post(article())).headers.get('cache-control')).toBe('private, no-store')
    expect(api.store.get('/api/v1/ingest')).toBeUndefined()
  })
})

describe('a token', () => {
  const answerOf = async (authorization: string) => {
    const response = await post(article(), { authorization })
    const headers = [...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id')
    return { status: response.status, headers, text: await response.text() }
  }

  it('that was taken back, has ended or never was is answered alike', async () => {
    const [revoked, ended] = [await make({ wire: 'revoked' }), await make({ wire: 'ended' })]
    const { id } = await db().apiToken.findFirstOrThrow({ where: { wire: 'revoked' } })
    well(await revokeToken(desk.administrator, { tokenId: id }))
    await db().apiToken.updateMany({ where: { wire: 'ended' }, data: { expiresAt: new Date(Date.now() - 1000) } })
    const never = await answerOf(`Bearer bs_${'x'.repeat(43)}`)
    expect(never.status).toBe(401)
    for (const other of [`Bearer ${revoked}`, `Bearer ${ended}`, 'Bearer x', 'Basic YTpi', ''])
      expect(await answerOf(other)).toEqual(never)
  })

  it('is kept as its hash, known by its beginning, and its day of use', async () => {
    const row = await db().apiToken.findFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token.slice(12))
    expect(token.startsWith(row.prefix)).toBe(true)
    expect(row.usedOn).toBeNull()
    await post(article())
    expect((await db().apiToken.findFirstOrThrow()).usedOn).not.toBeNull()
    const record = JSON.stringify(await db().auditEntry.findMany({ where: { action: 'token.create' } }), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(record).not.toContain(token.slice(3))
    expect(record).not.toContain(row.tokenHash)
  })

  it('reaches into its categories and all below them, and no further', async () => {
    const [mine = 0] = desk.categories
    await db().category.create({ data: { slug: 'below', name: '下级', sortKey: 'below', parentId: mine } })
    token = await make({ categoryIds: [mine], wire: 'narrow' })
    const [a, b, c] = await received(
      await post([
        article({ categories: ['reviews-0'] }),
        article({ categories: ['下级'] }),
        article({ categories: ['reviews-1'] }),
      ]),
    )
    expect([a?.outcome, b?.outcome, c?.outcome]).toEqual(['created', 'created', 'refused'])
  })

  it('is made and taken back by an administrator alone', async () => {
    const wanted = { name: 'x', wire: 'xx', publish: false, categoryIds: [], until: '' }
    for (const actor of [desk.reporter, desk.editor, desk.chief]) {
      expect(await createToken(actor, wanted)).toMatchObject({ ok: false, errors: [{ code: 'denied.role' }] })
      expect(await revokeToken(actor, { tokenId: 1 })).toMatchObject({ ok: false, errors: [{ code: 'denied.role' }] })
    }
    expect(await createToken(desk.administrator, { ...wanted, until: '2020-01-01' })).toMatchObject({ ok: false })
    expect(await createToken(desk.administrator, { ...wanted, categoryIds: [9999] })).toMatchObject({ ok: false })
    expect(await revokeToken(desk.administrator, { tokenId: 9999 })).toMatchObject({ ok: false })
  })

  it('works from anywhere: no cookie is asked, and none counts', async () => {
    expect((await post(article(), { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(200)
    const cookie = { cookie: 'broadsheet.session=anything', origin: 'https://news.example', authorization: '' }
    expect((await post(article(), cookie)).status).toBe(401)
  })
})

describe('too many', () => {
  it('wrong tokens from one network wait, however many are shown at once', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 60 }, async (_, number) => (await post(article(), { authorization: `Bearer bs_${number}` })).status),
    )
    expect(guesses.filter((status) => status === 401).length).toBeLessThanOrEqual(30)
    const waiting = await post(article())
    expect(waiting.status).toBe(429)
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('deliveries with one token wait for the next minute', async () => {
    await db().apiToken.updateMany({ data: { minuteCount: 120, minuteSince: new Date() } })
    expect((await post(article())).status).toBe(429)
    await db().apiToken.updateMany({ data: { minuteSince: new Date(Date.now() - 61_000) } })
    expect((await post(article())).status).toBe(200)
  })
})
