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
})
