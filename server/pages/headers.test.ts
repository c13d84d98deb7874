import { afterEach, expect, it } from 'vitest'
import { readConfig } from '@/server/config'
import { guardingHeaders } from './headers'

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
