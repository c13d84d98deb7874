import { describe, expect, it } from 'vitest'
import { isOwnOrigin, type Sender } from './own-origin'

const at = (sender: Partial<Sender>): Sender => ({ origin: null, host: null, fetchSite: null, address: '203.0.113.9', ...sender })

describe('with SITE_URL', () => {
  const site = { origin: 'https://news.example', certain: true }

  it('only the site itself counts', () => {
    expect(isOwnOrigin(at({ origin: 'https://news.example' }), site)).toBe(true)
    expect(isOwnOrigin(at({ origin: 'http://news.example' }), site)).toBe(false)
    expect(isOwnOrigin(at({ origin: 'https://evil.example', host: 'evil.example', address: '127.0.0.1' }), site)).toBe(false)
    expect(isOwnOrigin(at({ origin: 'null' }), site)).toBe(false)
  })

  it('a request without Origin counts where the browser says that it is of the site', () => {
    expect(isOwnOrigin(at({ fetchSite: 'same-origin' }), site)).toBe(true)
    expect(isOwnOrigin(at({ fetchSite: 'cross-site' }), site)).toBe(false)
    expect(isOwnOrigin(at({}), site)).toBe(false)
  })
})

describe('without SITE_URL', () => {
  const site = { origin: 'http://localhost:3000', certain: false }

  it('the name it is called by counts, on this machine and at home', () => {
    const sender = { origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }
    expect(isOwnOrigin(at({ ...sender, address: '192.168.1.77' }), site)).toBe(true)
    expect(isOwnOrigin(at({ ...sender, address: '203.0.113.9' }), site)).toBe(false)
    expect(isOwnOrigin(at({ ...sender, host: 'news.lan', address: '192.168.1.77' }), site)).toBe(false)
  })

  it('where nobody says who asks, only a name that is certainly at home counts', () => {
    expect(isOwnOrigin(at({ origin: 'http://localhost:4000', host: 'localhost:4000', address: null }), site)).toBe(true)
    expect(isOwnOrigin(at({ origin: 'http://evil.example', host: 'evil.example', address: null }), site)).toBe(false)
  })
})
