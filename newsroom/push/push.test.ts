import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isNews, type NewsFacts } from './news'
import { isPublicHost } from './public-host'
import { redact } from './redact'
import { GIVE_UP_MS, retryAfterMs, retryDelayMs } from './retry'
import { baiduVerdict, indexNowVerdict, webhookVerdict, webSubVerdict } from './verdict'
import { shownHook, signature, webhookShape } from './webhook'

const NOW = new Date('2026-11-30T04:00:00Z')

describe('what the world outside is told', () => {
  const facts = (change: Partial<NewsFacts>): NewsFacts => ({
    kind: 'published',
    publishedAt: new Date('2026-11-29T00:00:00Z'),
    listed: true,
    byDesk: false,
    toldGone: false,
    ...change,
  })
  const old = new Date('2012-05-24T00:00:00Z')

  it.each<[string, Partial<NewsFacts>, boolean]>([
    ['an article of yesterday that came by import', {}, true],
    ['an article of 2012 that came by import', { publishedAt: old }, false],
    ['an import that changed an article of 2012', { publishedAt: old, kind: 'updated' }, false],
    ['an article of 2012 that the desk changed', { publishedAt: old, kind: 'updated', byDesk: true }, true],
    ['a correction of an article of 2012', { publishedAt: old, kind: 'corrected' }, true],
    ['a withdrawal of an article of 2012', { publishedAt: old, kind: 'withdrawn', listed: false }, true],
    ['an article of 2012 that is back', { publishedAt: old, toldGone: true }, true],
    ['an article that nobody can find', { listed: false, byDesk: true }, false],
    ['a withdrawal of what never had an address', { kind: 'withdrawn', publishedAt: null }, false],
    ['new labels', { kind: 'refiled', byDesk: true }, false],
  ])('%s', (_, change, told) => {
    expect(isNews(facts(change), NOW)).toBe(told)
  })
})

describe('waiting', () => {
  it('is twice as long each time, scattered, and never longer than two hours and a half', () => {
    expect([1, 2, 3, 4].map((failures) => retryDelayMs(failures, 0.5))).toEqual([20_000, 40_000, 80_000, 160_000])
    expect(retryDelayMs(3, 0)).toBe(60_000)
    expect(retryDelayMs(3, 1)).toBe(100_000)
    expect(retryDelayMs(500, 1)).toBe(9_000_000)
  })

  it('leaves room for some twenty tries in the day before it is given up', () => {
    let ms = 0
    let tries = 0
    while (ms < GIVE_UP_MS) ms += retryDelayMs(++tries, 0.5)
    expect(tries).toBeGreaterThan(15)
    expect(tries).toBeLessThan(30)
  })

  it('heeds what was asked for, in seconds or until an instant, within half a day', () => {
    expect(retryAfterMs('120', NOW)).toBe(120_000)
    expect(retryAfterMs('Mon, 30 Nov 2026 04:10:00 GMT', NOW)).toBe(600_000)
    expect(retryAfterMs('0', NOW)).toBe(1000)
    expect(retryAfterMs('9999999', NOW)).toBe(43_200_000)
    expect(retryAfterMs('soon', NOW)).toBeNull()
    expect(retryAfterMs(undefined, NOW)).toBeNull()
  })
})

describe('an answer', () => {
  const answer = (status: number, text = '', wait: number | null = null) => ({ status, text, retryAfterMs: wait })

  it.each([
    [200, 'done'],
    [202, 'done'],
    [400, 'refused'],
    [403, 'later'],
    [422, 'refused'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('of IndexNow: %i is %s', (status, kind) => {
    expect(indexNowVerdict(answer(status)).kind).toBe(kind)
  })

  it('asks for a wait', () => {
    expect(indexNowVerdict(answer(429, '', 60_000))).toEqual({ kind: 'later', waitMs: 60_000 })
  })

  it('of Baidu tells what remains today, and which addresses it does not take', () => {
    const text = '{"remain":4999998,"success":2,"not_same_site":["http://a"],"not_valid":["b"]}'
    expect(baiduVerdict(answer(200, text), NOW)).toEqual({ kind: 'done', remain: 4999998, refused: ['http://a', 'b'] })
  })

  it('of Baidu ends the day’s quota at midnight in Beijing', () => {
    expect(baiduVerdict(answer(400, '{"error":400,"message":"over quota"}'), NOW)).toEqual({
      kind: 'later',
      waitMs: Date.parse('2026-11-30T16:00:00Z') - NOW.getTime(),
      remain: 0,
    })
  })

  it.each([
    [400, '{"error":400,"message":"site error"}', 'refused'],
    [400, '{"error":400,"message":"empty content"}', 'refused'],
    [401, '{"error":401,"message":"token is not valid"}', 'later'],
    [200, '<html>a portal of somebody’s network</html>', 'later'],
    [502, 'bad gateway', 'later'],
  ])('of Baidu: %i %s is %s', (status, text, kind) => {
    expect(baiduVerdict(answer(status, text), NOW).kind).toBe(kind)
  })

  it('of a hub and of a webhook', () => {
    expect([204, 400, 429, 500].map((status) => webSubVerdict(answer(status)).kind)).toEqual([
      'done',
      'refused',
      'later',
      'later',
    ])
    expect([200, 302, 404, 410, 500].map((status) => webhookVerdict(answer(status)).kind)).toEqual([
      'done',
      'later',
      'later',
      'refused',
      'later',
    ])
  })

  it('is kept short and without the secret that somebody sent back', () => {
    expect(redact('site=x&token=S3cret/+\n <b>', ['S3cret/+', undefined, ''])).toBe('site=x&token=… <b>')
    expect(redact('token=S3cret%2F%2B', ['S3cret/+'])).toBe('token=…')
    expect([...redact('长'.repeat(500), [])]).toHaveLength(300)
  })
})

describe('a webhook', () => {
  const faults = (change: object, loopback = false) =>
    webhookShape(loopback)
      .safeParse({ url: 'https://partner.example/hook', events: ['article.published'], active: true, ...change })
      .error?.issues.map(({ message }) => message)

  it('is signed with its secret over the second and the body', () => {
    const mac = createHmac('sha256', 'whsec_abc').update('1796011200.{"a":1}').digest('hex')
    expect(signature('whsec_abc', 1_796_011_200, '{"a":1}')).toBe(`t=1796011200,v1=${mac}`)
  })

  it('keeps its events once, in their order', () => {
    const read = webhookShape(false).parse({
      url: ' https://partner.example/hook ',
      events: ['article.withdrawn', 'article.published', 'article.withdrawn'],
      active: true,
    })
    expect(read).toMatchObject({ url: 'https://partner.example/hook', events: ['article.published', 'article.withdrawn'] })
  })

  it.each([
    'ftp://partner.example/',
    'https://user:pass@partner.example/',
    'https://localhost/',
    'https://db/',
    'http://127.0.0.1:3000/',
    'http://[::1]/',
    'http://10.1.2.3/',
    'http://2130706433/',
    'https://printer.local/',
    'nothing',
  ])('%s is no address for it', (url) => {
    expect(faults({ url })).toEqual(['webhook.url'])
  })

  it('needs an event; loopback is taken where a test says so', () => {
    expect(faults({ events: [] })).toEqual(['webhook.events'])
    expect(faults({ url: 'http://127.0.0.1:3000/' }, true)).toBeUndefined()
  })
})

it('shows a webhook without what stands behind its question mark', () => {
  expect(shownHook('https://qyapi.example.com/hook/send?key=693a91f6')).toBe('qyapi.example.com/hook/send?…')
  expect(shownHook('https://partner.example/')).toBe('partner.example')
})

it.each([
  ['news.example.cn', true],
  ['8.8.8.8', true],
  ['localhost', false],
  ['site.localhost', false],
  ['192.168.1.4', false],
  ['[::1]', false],
  ['news', false],
])('%s is a public host: %s', (host, isPublic) => {
  expect(isPublicHost(host)).toBe(isPublic)
})
