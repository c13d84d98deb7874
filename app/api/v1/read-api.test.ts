import { Ajv2020 } from 'ajv/dist/2020'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as article from '@/app/api/v1/articles/[id]/route'
import * as articles from '@/app/api/v1/articles/route'
import * as category from '@/app/api/v1/categories/[slug]/route'
import * as categories from '@/app/api/v1/categories/route'
import * as corrections from '@/app/api/v1/corrections/route'
import * as openapi from '@/app/api/v1/openapi.json/route'
import * as search from '@/app/api/v1/search/route'
import * as source from '@/app/api/v1/sources/[slug]/route'
import * as sources from '@/app/api/v1/sources/route'
import * as tag from '@/app/api/v1/tags/[slug]/route'
import * as tags from '@/app/api/v1/tags/route'
import { articlesPage } from '@/newsroom/api/answers'
import { API_EXAMPLES, FIRST_QUESTION, firstAnswer } from '@/newsroom/api/examples'
import { API_PARAMETERS } from '@/newsroom/api/parameters'
import { fillSearch } from '@/server/commands/fill-search'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { type ServedApi, serveApi } from './api-fixture'

interface Parameter {
  name: string
  in: 'path' | 'query'
  schema: {
    type?: string
    enum?: string[]
    items?: object
    minimum?: number
    maximum?: number
    pattern?: string
    anyOf?: object[]
  }
}
interface Operation {
  summary: string
  parameters?: Parameter[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
interface Document {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, { parameters?: Parameter[]; get?: Operation }>
  components: { schemas: Record<string, object> }
}

const ROUTES = {
  '/api/v1/articles': articles,
  '/api/v1/articles/[id]': article,
  '/api/v1/categories': categories,
  '/api/v1/categories/[slug]': category,
  '/api/v1/tags': tags,
  '/api/v1/tags/[slug]': tag,
  '/api/v1/sources': sources,
  '/api/v1/sources/[slug]': source,
  '/api/v1/corrections': corrections,
  '/api/v1/search': search,
  '/api/v1/openapi.json': openapi,
}
const ORIGIN = 'https://news.example'
/** What the articles of this test would answer to, by parameter; one value for each place in a path. */
const RIGHT: Record<string, string[]> = {
  category: ['yaowen', '乡村'],
  tag: ['shuili'],
  source: ['zechuan'],
  type: ['original', 'wire'],
  from: ['2026-10-02', '2026-10-02T00:00:00+08:00', '2026-10-02T00:00:00%2B08:00', '2026-10-02T00:00:00Z'],
  to: ['2026-10-03', '2030-01-01T00:00:00Z'],
  updatedSince: ['2026-10-01'],
  ids: ['aaaaaaaa03,aaaaaaaa01', 'zzzzzzzzzz'],
  fields: ['id,headline', 'bodyHtml,bodyText,corrections,picture'],
  limit: ['1', '100'],
  // A search goes by days.
  'search from': ['2026-10-02'],
  'search to': ['2026-10-03'],
  q: ['%E6%B0%B4', '%E6%B0%B4%20-a', '%22', '%26%7C!'],
  sort: ['relevance', 'newest'],
}
const SLUGS: Record<string, string> = { categories: '乡村', tags: 'shuili', sources: 'zechuan' }

let database: TestDatabase
let api: ServedApi
let document: Document
const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addFormat('uri', (text) => URL.canParse(text))
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/)
ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/)

beforeAll(async () => {
  database = await createTestDatabase({ SITE_URL: ORIGIN })
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await insertArticle({
      id: `aaaaaaaa0${number}`,
      at: `2026-10-0${number}T04:00:00Z`,
      categories: number % 2 ? ['yaowen', '乡村'] : ['yaowen'],
      tags: ['shuili', `biaoqian-${number}`],
      source: number % 2 ? 'zechuan' : 'hebian',
      bodyHtml: '<p>水到渠成，<a href="/2026/10/01/aaaaaaaa01">前文</a>。</p>',
    })
  }
  await insertArticle({ id: 'bbbbbbbb01', publication: 'withdrawn', at: '2026-10-04T05:00:00Z', categories: ['chegao'] })
  await insertArticle({ id: 'bbbbbbbb02', publication: 'scheduled', at: '2036-10-04T05:00:00Z', tags: ['jiemi'] })
  await insertArticle({ id: 'bbbbbbbb03', publication: 'unpublished', source: 'caogao' })
  await db().$executeRaw`UPDATE "Article" SET "type" = 'wire' WHERE "id" = 'aaaaaaaa02'`
  for (const right of ['五百米', '六百米'])
    await db().correction.create({ data: { articleId: 'aaaaaaaa02', wrong: '五百里', right } })
  while ((await fillSearch()) > 0);
  api = await serveApi(ROUTES)
  document = (await (await fetch(`${api.url}/api/v1/openapi.json`)).json()) as Document
})
afterAll(async () => {
  await api?.close()
  await database.drop()
})

const ask = async (path: string, headers: Record<string, string> = {}) => await fetch(`${api.url}/api/v1${path}`, { headers })
const told = async (path: string) => (await (await ask(path)).json()) as Told
interface Told {
  items: { id: string; slug: string; headline: string; bodyHtml?: string; publishedAt: string; url: string }[]
  next: string | null
}

/** Every address of the document, with something in each of its places. */
const addresses = () =>
  Object.entries(document.paths).flatMap(([path, { get }]) => {
    const kind = path.split('/')[1] ?? ''
    const filled = path.replace('{id}', 'aaaaaaaa02').replace('{slug}', encodeURIComponent(SLUGS[kind] ?? ''))
    return get ? [{ path, filled, operation: get }] : []
  })

/** That an answer is one the document tells of: its status, its kind, its shape. */
async function expectTold(response: Response, operation: Operation): Promise<unknown> {
  const told = operation.responses[response.status]
  expect(told, `${response.status} of ${response.url}`).toBeDefined()
  const [type = ''] = Object.keys(told?.content ?? {})
  expect(response.headers.get('content-type')).toBe(type)
  const body: unknown = await response.json()
  const validate = ajv.compile({ ...told?.content?.[type]?.schema, components: document.components })
  expect(validate(body), `${response.url} ${ajv.errorsText(validate.errors)}`).toBe(true)
  return body
}

/** Values a parameter cannot have, by its own schema. */
function wrongValues({ name, schema }: Parameter): string[] {
  if (schema.type === 'integer')
    return ['', 'x', '-1', '1.5', '1e1', String((schema.minimum ?? 1) - 1), String((schema.maximum ?? 1) + 1)]
  if (schema.type === 'array') return ['', 'no-such-thing', 'id,,id', '!']
  if (schema.enum) return ['', 'no-such-thing']
  if (schema.anyOf) return ['', 'yesterday', '2026-13-01', '2026-10-01T00:00:00', '20261001']
  if (name === 'q') return ['', 'x'.repeat(101)]
  if (schema.pattern) return ['', '!', '字']
  return ['', 'x'.repeat(101), '没有这个']
}

describe('the document', () => {
  it('is OpenAPI 3.1 of this site', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.servers).toEqual([{ url: `${ORIGIN}/api/v1` }])
    expect(addresses()).toHaveLength(10)
  })

  it('names the parameters that the page server lets through, and no others', () => {
    const names = Object.fromEntries(
      addresses()
        .filter(({ path }) => !path.includes('{slug}'))
        .map(({ path, operation }) => [path, operation.parameters?.map(({ name }) => name)]),
    )
    expect(names).toEqual({
      '/articles': API_PARAMETERS.articles,
      '/articles/{id}': API_PARAMETERS.article,
      '/categories': API_PARAMETERS.categories,
      '/tags': API_PARAMETERS.tags,
      '/sources': API_PARAMETERS.sources,
      '/corrections': API_PARAMETERS.corrections,
      '/search': API_PARAMETERS.search,
    })
  })

  it('holds for every address, asked plainly', async () => {
    for (const { filled, operation } of addresses()) {
      const response = await ask(filled)
      expect(response.status, filled).toBe(200)
      await expectTold(response, operation)
    }
  })

  it('holds for whatever the page for people asks, and for the answer it shows', async () => {
    const questions = [FIRST_QUESTION, ...API_EXAMPLES.map(({ path }) => path)]
    for (const question of questions) {
      const operation = document.paths[question.split('?')[0] ?? '']?.get
      if (!operation) throw new Error(`the document has no ${question}`)
      const response = await ask(encodeURI(question))
      expect(response.status, question).toBe(200)
      await expectTold(response, operation)
    }
    expect(articlesPage.parse(firstAnswer(ORIGIN))).toEqual(firstAnswer(ORIGIN))
    expect(Object.keys((await told(FIRST_QUESTION)).items[0] ?? {})).toEqual(Object.keys(firstAnswer(ORIGIN).items[0] ?? {}))
  })

  it('holds for every parameter, asked rightly and wrongly', async () => {
    let asked = 0
    for (const { filled, operation } of addresses()) {
      for (const parameter of operation.parameters ?? []) {
        const cursors = parameter.name === 'cursor' ? [(await told(`${filled}?limit=1&q=%E6%B0%B4`)).next ?? 'none'] : []
        for (const value of [...(RIGHT[`${filled.slice(1)} ${parameter.name}`] ?? RIGHT[parameter.name] ?? []), ...cursors]) {
          const response = await ask(`${filled}?${parameter.name}=${value}`)
          expect(response.status, response.url).toBe(200)
          await expectTold(response, operation)
          asked++
        }
        for (const value of wrongValues(parameter)) {
          const response = await ask(`${filled}?${parameter.name}=${encodeURIComponent(value)}`)
          expect(response.status, response.url).toBe(400)
          const { errors } = (await expectTold(response, operation)) as { errors: { parameter: string; detail: string }[] }
          expect(errors.map((error) => error.parameter)).toContain(parameter.name)
          expect(errors.every(({ detail }) => detail.length > 0)).toBe(true)
          asked++
        }
      }
    }
    expect(asked).toBeGreaterThan(80)
  })

  it('holds for what is not there, and for what was withdrawn', async () => {
    for (const { path, operation } of addresses().filter((each) => each.path.includes('{'))) {
      for (const nothing of ['zzzzzzzzzz', 'Nothing!', '%E6%B2%A1']) {
        const response = await ask(path.replace(/\{.*\}/, nothing))
        expect(response.status).toBe(404)
        await expectTold(response, operation)
      }
    }
    const gone = await ask('/articles/bbbbbbbb01')
    expect(gone.status).toBe(410)
    await expectTold(gone, document.paths['/articles/{id}']?.get as Operation)
    await insertArticle({ id: 'bbbbbbbb04', at: '2026-10-04T05:00:00Z', categories: ['chegao'] })
    await db().article.updateMany({ where: { id: 'bbbbbbbb04' }, data: { publication: 'unpublished' } })
    const offline = await ask('/articles/bbbbbbbb04')
    expect([offline.status, await offline.clone().json()]).toEqual([
      410,
      expect.not.objectContaining({ withdrawnAt: expect.anything() }),
    ])
    await expectTold(offline, document.paths['/articles/{id}']?.get as Operation)
  })
})

describe('what is not public', () => {
  it('is in no answer', async () => {
    const answers: string[] = []
    for (const { filled } of addresses()) answers.push(await (await ask(`${filled}?limit=100`)).text())
    answers.push(await (await ask('/articles?ids=bbbbbbbb01,bbbbbbbb02,bbbbbbbb03')).text())
    for (const text of answers) expect(text).not.toMatch(/bbbbbbbb|chegao|jiemi|caogao/)
  })

  it('is not there', async () => {
    for (const path of ['/articles/bbbbbbbb02', '/articles/bbbbbbbb03', '/tags/jiemi', '/sources/caogao'])
      expect((await ask(path)).status, path).toBe(404)
    const nonsense = await ask('/articles?cursor=nonsense')
    expect([nonsense.status, (await nonsense.json()).errors]).toEqual([
      400,
      [{ parameter: 'cursor', detail: expect.any(String) }],
    ])
    for (const query of ['tag=jiemi', 'source=caogao']) expect((await ask(`/articles?${query}`)).status, query).toBe(400)
  })

  it('leaves a category, which has its page all the same, empty', async () => {
    expect((await ask('/categories/chegao')).status).toBe(200)
    expect((await told('/articles?category=chegao')).items).toEqual([])
  })
})

describe('articles', () => {
  const ids = async (query: string) => (await told(`/articles?${query}`)).items.map(({ id }) => Number(id.slice(-2)))

  it('are found by every filter, and by several at once', async () => {
    expect(await ids('')).toEqual([6, 5, 4, 3, 2, 1])
    expect(await ids('category=%E4%B9%A1%E6%9D%91')).toEqual([5, 3, 1])
    expect(await ids('tag=biaoqian-4')).toEqual([4])
    expect(await ids('tag=shuili&category=%E4%B9%A1%E6%9D%91&source=zechuan&to=2026-10-03')).toEqual([3, 1])
    expect(await ids('type=wire')).toEqual([2])
    expect(await ids('from=2026-10-02&to=2026-10-04')).toEqual([4, 3, 2])
    expect(await ids('from=2026-10-02T12:00:01%2B08:00')).toEqual([6, 5, 4, 3])
    expect(await ids('to=2026-10-02T12:00:00%2B08:00')).toEqual([2, 1])
    expect(await ids('updatedSince=2026-10-05')).toEqual([6, 5])
    expect(await ids('ids=aaaaaaaa01,aaaaaaaa05')).toEqual([5, 1])
    expect(await ids('tag=shuili&updatedSince=2026-10-03&type=original&limit=2')).toEqual([6, 5])
  })

  it('page to the end, each once, by the cursor or by the Link header', async () => {
    const seen: number[] = []
    for (let address = '/api/v1/articles?limit=4'; address; ) {
      const response = await fetch(api.url + address)
      const { items, next } = (await response.json()) as Told
      seen.push(...items.map(({ id }) => Number(id.slice(-2))))
      const link = response.headers.get('link')
      expect(link === null).toBe(next === null)
      expect(link ?? '').toContain(next ?? '')
      address = link?.match(/^<https:\/\/news\.example(.*)>; rel="next"$/)?.[1] ?? ''
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1])
  })

  it('tell times with the site’s offset and addresses that are whole', async () => {
    const { items } = await told('/articles?ids=aaaaaaaa02&fields=publishedAt,url,bodyHtml')
    expect(items).toEqual([
      {
        publishedAt: '2026-10-02T12:00:00+08:00',
        url: `${ORIGIN}/2026/10/02/aaaaaaaa02`,
        bodyHtml: `<p>水到渠成，<a href="${ORIGIN}/2026/10/01/aaaaaaaa01">前文</a>。</p>`,
      },
    ])
    expect((await told('/articles')).items[0]).not.toHaveProperty('bodyHtml')
  })
})

describe('search', () => {
  interface Found extends Told {
    total: number
    exact: boolean
    items: (Told['items'][number] & { excerpt: string })[]
  }
  const find = async (query: string) => (await (await ask(`/search?${query}`)).json()) as Found

  it('answers how many, which, and the page after', async () => {
    const first = await find('q=%E6%B0%B4%E5%88%B0%E6%B8%A0%E6%88%90&sort=newest&limit=4')
    expect(first).toMatchObject({ total: 6, exact: true, next: expect.any(String) })
    expect(first.items[0]).toMatchObject({
      id: 'aaaaaaaa06',
      url: `${ORIGIN}/2026/10/06/aaaaaaaa06`,
      publishedAt: '2026-10-06T12:00:00+08:00',
      excerpt: '水到渠成，前文。',
    })
    const second = await find(`q=%E6%B0%B4%E5%88%B0%E6%B8%A0%E6%88%90&sort=newest&limit=4&cursor=${first.next}`)
    expect([...first.items, ...second.items].map(({ id }) => Number(id.slice(-2)))).toEqual([6, 5, 4, 3, 2, 1])
    expect(second.next).toBeNull()
  })

  it('is narrowed by what is typed and by parameters, and finds nothing in nothing', async () => {
    expect((await find('q=%E6%9D%A5%E6%BA%90:zechuan&tag=biaoqian-3')).items.map(({ id }) => id)).toEqual(['aaaaaaaa03'])
    expect((await find('category=yaowen&from=2026-10-02&to=2026-10-03&sort=newest')).total).toBe(2)
    expect(await find('q=-%E6%B0%B4')).toEqual({ total: 0, exact: true, items: [], next: null })
  })

  it('is kept by nobody', async () => {
    const { headers } = await ask('/search?q=%E6%B0%B4')
    expect([headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual(['private, no-cache', '*'])
  })
})

describe('as an answer over HTTP', () => {
  it('is kept, may be asked again for nothing, and read by any page', async () => {
    const first = await ask('/articles?limit=2')
    const again = await ask('/articles?limit=2&utm=1', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    expect(api.store.get('/api/v1/articles?limit=2')?.tags).toContain('article:aaaaaaaa06')
  })

  it('is told anew when something in it changed', async () => {
    await ask('/articles?limit=3')
    await db().$executeRaw`UPDATE "Article" SET "language" = 'en' WHERE "id" = 'aaaaaaaa05'`
    api.store.invalidate(['article:aaaaaaaa05'])
    expect((await told('/articles?limit=3')).items[1]).toMatchObject({ language: 'en' })
  })

  it('takes no other method', async () => {
    expect((await fetch(`${api.url}/api/v1/articles`, { method: 'POST' })).status).toBe(405)
  })
})
