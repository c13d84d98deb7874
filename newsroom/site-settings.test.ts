import { describe, expect, it } from 'vitest'
import { hasLicences, NO_LICENCES, policeRegister } from './licences'
import { DEFAULT_SETTINGS, readSettings, settingChange } from './site-settings'

const faultsOf = (name: string, value: unknown) =>
  settingChange.safeParse({ name, value }).error?.issues.map(({ message }) => message)
const kept = (name: string, value: unknown) => settingChange.parse({ name, value }).value

describe('what is set for the whole site', () => {
  it('is as it comes while nobody set it, and where what is stored cannot be read', () => {
    expect(readSettings({})).toEqual(DEFAULT_SETTINGS)
    expect(readSettings({ licences: { icp: 5 }, crawling: 'x', verification: [], readCounts: { shown: 'yes' } })).toEqual(
      DEFAULT_SETTINGS,
    )
  })

  it('is no other thing', () => {
    expect(settingChange.safeParse({ name: 'root-files', value: [] }).success).toBe(false)
    expect(settingChange.safeParse({ name: 'password', value: 'x' }).success).toBe(false)
  })
})

describe('the marks of search engines', () => {
  it('are taken bare or as the whole tag', () => {
    expect(
      kept('verification', {
        'baidu-site-verification': ' codeva-AbC123 ',
        'google-site-verification': '<meta name="google-site-verification" content="x_Y-z=" />',
        'msvalidate.01': '',
      }),
    ).toEqual({ 'baidu-site-verification': 'codeva-AbC123', 'google-site-verification': 'x_Y-z=' })
  })

  it.each(['"><script>', '<meta name="x">', '验证码', 'a b'])('%s is none', (code) => {
    expect(faultsOf('verification', { 'baidu-site-verification': code })).toEqual(['verification'])
  })
})

describe('the lines in the footer', () => {
  const licences = (change: object) => ({ ...NO_LICENCES, ...change })

  it.each(['豫ICP备12345678号-1', '京ICP证030173号', '粤ICP备2021000000号', ''])('ICP %s', (icp) => {
    expect(faultsOf('licences', licences({ icp }))).toBeUndefined()
  })
  it.each(['12345678', 'ICP备12345678号', '豫ICP备12345678', '豫ICP备<b>号'])('no ICP %s', (icp) => {
    expect(faultsOf('licences', licences({ icp }))).toEqual(['licence.icp'])
  })

  it('leads a police number to its entry by its digits', () => {
    expect(faultsOf('licences', licences({ police: '豫公网安备41070000000000号' }))).toBeUndefined()
    expect(faultsOf('licences', licences({ police: '41070000000000' }))).toEqual(['licence.police'])
    expect(policeRegister('豫公网安备 41070000000000号')).toBe('https://beian.mps.gov.cn/#/query/webSearch?code=41070000000000')
  })

  it('leads nowhere but to web pages', () => {
    expect(faultsOf('licences', licences({ lines: [{ text: '许可', url: 'javascript:alert(1)' }] }))).toEqual(['licence.url'])
    expect(faultsOf('licences', licences({ lines: [{ text: ' ', url: '' }] }))).toEqual(['licence.line'])
    expect(faultsOf('licences', licences({ report: { phone: 'call', email: 'x', url: 'ftp://x' } }))).toEqual([
      'licence.phone',
      'email-invalid',
      'licence.url',
    ])
  })

  it('are none while nothing is entered', () => {
    expect(hasLicences(NO_LICENCES)).toBe(false)
    expect(hasLicences({ ...NO_LICENCES, report: { phone: '', email: 'a@b.test', url: '' } })).toBe(true)
  })
})

describe('what robots are asked', () => {
  const rules = { disallow: ['/tag/'], crawlDelay: 5 }

  it('is a group a kind of robot', () => {
    const value = { everyone: rules, ai: 'refuse', groups: [{ agents: ['Bytespider', 'Sogou web spider'], ...rules }] }
    expect(kept('crawling', value)).toEqual(value)
  })

  it('holds nothing that would break the file', () => {
    const groups = (group: object) => ({ everyone: rules, ai: 'allow', groups: [{ agents: ['a'], ...rules, ...group }] })
    expect(faultsOf('crawling', groups({ agents: ['a\nDisallow: /'] }))).toEqual(['crawl.agent'])
    expect(faultsOf('crawling', groups({ disallow: ['tag'] }))).toEqual(['crawl.path'])
    expect(faultsOf('crawling', groups({ disallow: ['/a #b'] }))).toEqual(['crawl.path'])
    expect(settingChange.safeParse({ name: 'crawling', value: groups({ agents: [] }) }).success).toBe(false)
    expect(settingChange.safeParse({ name: 'crawling', value: groups({ crawlDelay: -1 }) }).success).toBe(false)
  })
})
