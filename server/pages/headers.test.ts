import { afterEach, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { edgeHeaders, guardingHeaders, leastHeaders, withoutEdgeLife } from './headers'
import { LITE_STYLE_HASH } from './lite-page'

const home = globalThis as { [home: symbol]: unknown }
const HOME = Symbol.for('broadsheet.config')
const before = home[HOME]
afterEach(() => {
  home[HOME] = before
})

const policyOf = (type: string, settings: Record<string, string> = {}) => {
  home[HOME] = readConfig(settings)
  const headers = guardingHeaders(type, 'https://news.example')
  return headers[headers.indexOf('Content-Security-Policy') + 1] ?? ''
}

it('a page runs the paper’s own scripts only', () => {
  expect(policyOf('text/html; charset=utf-8')).toContain("script-src 'self';")
  expect(policyOf('text/html; charset=utf-8')).not.toContain('qq.com')
})

it('where the paper has an account at WeChat, its pages may load WeChat’s script, and files still nothing', () => {
  const account = { WECHAT_APP_ID: 'wx123', WECHAT_APP_SECRET: 'hush' }
  expect(policyOf('text/html; charset=utf-8', account)).toContain("script-src 'self' https://res.wx.qq.com;")
  expect(policyOf('image/png', account)).not.toContain('qq.com')
})

it.each([
  [{}, 'max-age=31536000'],
  [{ HSTS_SUBDOMAINS: '1' }, 'max-age=31536000; includeSubDomains'],
])('behind https every answer says so for a year, and for the names below where the operator says so: %j', (settings, said) => {
  home[HOME] = readConfig(settings)
  for (const headers of [leastHeaders('https://news.example'), guardingHeaders('text/html', 'https://news.example')])
    expect(headers[headers.indexOf('Strict-Transport-Security') + 1]).toBe(said)
  expect(leastHeaders('http://news.example')).not.toContain('Strict-Transport-Security')
})

const PUBLIC = 'public, max-age=0, s-maxage=1'
const page = { control: PUBLIC, status: 200, tags: ['article:a'], ends: false }
const edgeOf = (kind: string, facts: Partial<typeof page> = {}) => {
  home[HOME] = readConfig({ PURGE_URL: 'http://10.0.0.7:6081/', PURGE_KIND: kind, EDGE_SECONDS: '3600', PURGE_TOKEN: 'T' })
  return edgeHeaders({ ...page, ...facts })
}

it('only an edge that is told of every change may keep a page for long, by a header that no other reads', () => {
  home[HOME] = readConfig({})
  expect(edgeHeaders(page)).toEqual(['Cache-Tag', 'everything,article:a'])
  const lifetime = 'max-age=3600, stale-if-error=600'
  expect(edgeOf('varnish')).toEqual(['Cache-Tag', 'everything,article:a', 'CDN-Cache-Control', lifetime])
  expect(edgeOf('fastly').slice(2)).toEqual(['Surrogate-Key', 'everything article:a', 'Surrogate-Control', lifetime])
})

it('what no purge would end is kept for a second everywhere: what ends by itself, is missing, or read too much to name', () => {
  const tags = Array.from({ length: 500 }, (_, at) => `article:${at}abcdefgh`)
  for (const facts of [{ ends: true }, { status: 404 }, { tags }])
    expect(edgeOf('varnish', facts)).not.toContain('CDN-Cache-Control')
  expect(edgeOf('varnish', { control: 'private, no-store' })).toEqual([])
})

it('what may be old already is not kept for long', () => {
  expect(withoutEdgeLife(['ETag', '"a"', ...edgeOf('cloudflare')])).toEqual(['ETag', '"a"', 'Cache-Tag', 'everything,article:a'])
  expect(withoutEdgeLife(['ETag', '"a"'])).toEqual(['ETag', '"a"'])
})

it('a page of the lite edition runs nothing and has its one style; no browser fetches ahead of it', () => {
  home[HOME] = readConfig({ WECHAT_APP_ID: 'wx123', WECHAT_APP_SECRET: 'hush' })
  const headers = guardingHeaders('text/html; charset=utf-8', 'https://news.example', true)
  const policy = headers[headers.indexOf('Content-Security-Policy') + 1]
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /)
  expect(policy).toContain(LITE_STYLE_HASH)
  expect(policy).not.toContain('script-src')
  expect(headers).not.toContain('Speculation-Rules')
  expect(guardingHeaders('text/html', 'https://news.example')).toContain('Speculation-Rules')
})
