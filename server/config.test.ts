import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config'

describe('settings', () => {
  it('need nothing', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      PORT: 3000,
      SITE_URL: 'http://localhost:3000',
      SITE_NAME: '大报',
      SITE_TIMEZONE: 'Asia/Shanghai',
    })
    expect(isAbsolute(config.DATA_DIR)).toBe(true)
  })

  it('that are empty count as not set', () => {
    expect(readConfig({ PORT: '  ', DATABASE_URL: '' })).toMatchObject({ PORT: 3000, DATABASE_URL: undefined })
  })

  it('follow one another: the address its port, the name its locale', () => {
    expect(readConfig({ PORT: '8080', SITE_LOCALE: 'en' })).toMatchObject({
      SITE_URL: 'http://localhost:8080',
      SITE_NAME: 'Broadsheet',
    })
    expect(readConfig({ SITE_URL: 'https://news.example/a/b' }).SITE_URL).toBe('https://news.example')
  })

  it('that are wrong are named together, one line each, without their secrets', () => {
    const read = () => readConfig({ PORT: 'x', SITE_TIMEZONE: 'Mars/Olympus', DATABASE_URL: 'mysql://root:geheim@db' })
    expect(read).toThrow(ConfigError)
    try {
      read()
    } catch (error) {
      const lines = (error as ConfigError).message.split('\n')
      expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'SITE_TIMEZONE', 'DATABASE_URL'])
      expect(lines[1]).toBe('SITE_TIMEZONE holds "Mars/Olympus": an IANA time zone such as Asia/Shanghai')
      expect(lines.join()).not.toContain('geheim')
    }
  })

  it('of the first administrator go together', () => {
    expect(() => readConfig({ ADMIN_EMAIL: 'boss@x.cn' })).toThrow('ADMIN_PASSWORD')
    expect(() => readConfig({ ADMIN_PASSWORD: 'four bridges at dusk' })).toThrow('ADMIN_EMAIL')
    expect(() => readConfig({ ADMIN_EMAIL: 'boss', ADMIN_PASSWORD: 'four bridges at dusk' })).toThrow(/^ADMIN_EMAIL holds "boss"/)
    expect(readConfig({ ADMIN_EMAIL: 'Boss@X.cn', ADMIN_PASSWORD: 'four bridges at dusk' }).ADMIN_EMAIL).toBe('boss@x.cn')
  })

  it('of the account at WeChat go together', () => {
    expect(() => readConfig({ WECHAT_APP_ID: 'wx123' })).toThrow('WECHAT_APP_SECRET holds (not shown)')
    expect(() => readConfig({ WECHAT_APP_ID: 'gh_123', WECHAT_APP_SECRET: 'geheim' })).toThrow(/^WECHAT_APP_ID holds "gh_123"/)
    expect(readConfig({ WECHAT_APP_ID: 'wx123', WECHAT_APP_SECRET: 'geheim' }).WECHAT_API_URL).toBe('https://api.weixin.qq.com')
  })

  it('that are secret are not shown', () => {
    const secrets = {
      ADMIN_EMAIL: 'boss@x.cn',
      ADMIN_PASSWORD: 'woaini1314',
      AUTH_SECRET: 'geheim',
      SMTP_URL: 'http://u:geheim@mail',
    }
    try {
      readConfig(secrets)
      expect.unreachable()
    } catch (error) {
      const { message } = error as Error
      expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual(['ADMIN_PASSWORD', 'AUTH_SECRET', 'SMTP_URL'])
      expect(message).not.toMatch(/woaini|geheim/)
    }
  })

  it('of pushes are keys as engines give them, and never shown', () => {
    expect(readConfig({ INDEXNOW_KEY: 'a1b2c3d4-e5f6', BAIDU_PUSH_TOKEN: 'Zc0mN8pQr4sT6uVw', PUSH_DRY_RUN: '1' })).toMatchObject({
      PUSH_DRY_RUN: true,
      PUSH_TO_LOOPBACK: false,
      INDEXNOW_ENDPOINT: 'https://api.indexnow.org/indexnow',
    })
    for (const wrong of [{ INDEXNOW_KEY: 'kurz/..' }, { INDEXNOW_KEY: 'geheim' }, { BAIDU_PUSH_TOKEN: 'geheim&x=1' }])
      expect(() => readConfig(wrong)).toThrow(/^\w+ holds \(not shown\)/)
  })

  it('name each replica', () => {
    expect(readConfig({ DATABASE_REPLICA_URL: 'postgres://a/n, postgresql://b/n' }).DATABASE_REPLICA_URL).toHaveLength(2)
    expect(() => readConfig({ DATABASE_REPLICA_URL: 'postgres://a/n,mysql://u:geheim@b' })).toThrow(
      /^DATABASE_REPLICA_URL holds \(not shown\): a PostgreSQL address/,
    )
  })

  it('name proxies by address or network', () => {
    expect(readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }).TRUSTED_PROXIES).toEqual(['127.0.0.1', '10.0.0.0/8'])
    expect(() => readConfig({ TRUSTED_PROXIES: 'proxy.example' })).toThrow('TRUSTED_PROXIES')
  })

  it('of an edge belong together: what keeps pages for long must be told of changes', () => {
    expect(readConfig({ PURGE_URL: 'http://10.0.0.7:6081/ http://10.0.0.8:6081/', PURGE_KIND: 'varnish' }).PURGE_URL).toEqual([
      'http://10.0.0.7:6081/',
      'http://10.0.0.8:6081/',
    ])
    expect(() => readConfig({ PURGE_URL: 'http://10.0.0.7/' })).toThrow('PURGE_URL and PURGE_KIND are set together')
    expect(() => readConfig({ EDGE_SECONDS: '3600' })).toThrow('nobody would tell the edge')
    expect(() => readConfig({ PURGE_URL: 'http://me:geheim@edge/', PURGE_KIND: 'json' })).toThrow('without a password')
  })
})
