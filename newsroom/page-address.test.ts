import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readAddress } from './page-address'

const key = (target: string) => {
  const address = readAddress(target)
  return address.way === 'page' ? address.key : address
}

describe('a canonical address', () => {
  test.each([
    '/',
    '/?view=elder',
    '/2022/02/08/9f3k2m8p1q',
    '/2022/02/08?before=kz1m3x0a-9f3k2m8p1q&view=elder',
    '/category/xinxiangribao?after=kz1m3x0a-9f3k2m8p1q',
    '/category',
    '/tag/%E6%96%B0%E9%97%BB/feed.json',
    '/search?category=shizheng&cursor=a.B-1~_&from=2022-02-08&q=%E6%96%B0%E4%B9%A1&sort=newest&source=%E7%94%B2&tag=a&to=2022-02-09',
    '/suggest.json?q=xxrb&view=elder',
    '/html_News/NewsShare.html?infoCode=NW202202082269393992',
    '/xinxiangribao/2022/02/08/NW202202082269393992.html',
    '/emnews/',
    '/category/%E6%96%B0%E4%B9%A1.html',
    '/c%2B%2B/2022/02/08/a.html',
    '/lite',
    '/lite/2022/02/08/9f3k2m8p1q',
    '/lite/category/a?before=kz1m3x0a-9f3k2m8p1q',
    '/lite/search?q=%E6%96%B0',
    '/lite/emnews/',
    '/lite/lite/x',
    '/feed.xml',
    '/card/9f3k2m8p1q.png',
    '/s/9f3k2m8p1q',
  ])('%s is its own key', (target) => {
    expect(key(target)).toBe(target)
  })
})

describe('what is not part of an address is left out', () => {
  test.each([
    ['/?utm_source=x&view=standard', '/'],
    ['/2022/02/08/9f3k2m8p1q?from=timeline&isappinstalled=0', '/2022/02/08/9f3k2m8p1q'],
    ['/2022/02/08/9f3k2m8p1q?before=kz1m3x0a-9f3k2m8p1q', '/2022/02/08/9f3k2m8p1q'],
    ['/2022/02/08/9f3k2m8p1q?junk=%FF', '/2022/02/08/9f3k2m8p1q'],
    ['/feed.xml?view=elder', '/feed.xml'],
    ['/category/a?view=elder&before=1-00000000&view=elder&__proto__=1', '/category/a?before=1-00000000&view=elder'],
    ['/category/a?before=abc', '/category/a'],
    [`/category/a?before=${'x'.repeat(81)}`, '/category/a'],
    ['/category/a?before=%27%3B', '/category/a'],
    ['/?_rsc=abc', '/'],
    ['/search?from=2022&sort=oldest&cursor=%27', '/search'],
    ['/lite/category/a?view=elder&utm_source=x', '/lite/category/a'],
    ['/lite?view=lite', '/lite'],
    ['/?view=lite', '/'],
    ['/search?q=%E6%96%B0+%E4%B9%A1&page=2', '/search?q=%E6%96%B0%20%E4%B9%A1'],
  ])('%s → %s', (target, expected) => {
    expect(key(target)).toBe(expected)
  })
})

describe('one spelling', () => {
  test.each([
    ['/2%3022/02/08', '/2022/02/08'],
    ['/tag/%e6%96%b0', '/tag/%E6%96%B0'],
    [`/tag/${Buffer.from('新').toString('latin1')}`, '/tag/%E6%96%B0'],
    ['/a%2Fb', '/a%2Fb'],
    ["/it's", "/it's"],
  ])('%s is kept as %s', (target, expected) => {
    expect(key(target)).toBe(expected)
  })
})

describe('an address of the API', () => {
  it('has its own parameters, with whatever value: a wrong one is told why', () => {
    expect(key('/api/v1/articles?utm=1&limit=x&tag=%E6%B0%B4&before=1')).toBe('/api/v1/articles?limit=x&tag=%E6%B0%B4')
    expect(key('/api/v1/articles/9f3k2m8p1q?fields=id&limit=2')).toBe('/api/v1/articles/9f3k2m8p1q?fields=id')
    expect(key('/api/v1/tags?fields=id&cursor=YQ')).toBe('/api/v1/tags?cursor=YQ')
    expect(key('/api/v1/tags/a?cursor=YQ')).toBe('/api/v1/tags/a')
    expect(key('/api/v1/openapi.json?limit=1')).toBe('/api/v1/openapi.json')
    expect(key('/api/v1/article?fields=id')).toBe('/api/v1/article')
    expect(key('/api/v1/constructor?limit=1')).toBe('/api/v1/constructor')
  })

  it('is kept beside the pages, not in their place', () => {
    expect(readAddress('/api/v1/articles')).toMatchObject({ way: 'page', section: 'api', deep: true })
  })
})

describe('one redirect, straight to the canonical address', () => {
  test.each([
    ['/2022/02/08/', '/2022/02/08'],
    ['/2022/02/08/9f3k2m8p1q/?view=elder&x=1', '/2022/02/08/9f3k2m8p1q?view=elder'],
    ['/category/a/', '/category/a'],
    ['/category/', '/category'],
    ['/feed.xml/', '/feed.xml'],
    ['//evil.example', '/evil.example'],
    ['//evil.example//', '/evil.example/'],
    ['/a//b/?x=1', '/a/b/'],
    ['//', '/'],
    ['/2022//02/?x=1&view=elder', '/2022/02?view=elder'],
    ['/lite/', '/lite'],
    ['/lite//2022/02/', '/lite/2022/02'],
  ])('%s → %s', (target, to) => {
    expect(readAddress(target)).toEqual({ way: 'redirect', to })
  })

  it('leaves a closing slash that only an old address can have', () => {
    expect(key('/2022/02/08/old-title/')).toBe('/2022/02/08/old-title/')
    expect(key('/emnews/?x=1')).toBe('/emnews/')
  })
})

describe('the lite edition has pages only', () => {
  test.each([
    ['/lite/category/a/feed.xml?before=1-00000000', '/category/a/feed.xml?before=1-00000000'],
    ['/lite/latest.json', '/latest.json'],
    ['/lite/admin/articles?x=%', '/admin/articles?x=%'],
    ['/lite/healthz', '/healthz'],
    ['/lite/_next/static/a.js', '/_next/static/a.js'],
    ['/lite/api/v1/articles', '/api/v1/articles'],
    ['/lite/card/9f3k2m8p1q.png', '/card/9f3k2m8p1q.png'],
  ])('%s is asked for as %s', (target, to) => {
    expect(readAddress(target)).toEqual({ way: 'redirect', to })
  })
})

describe('a wrong request', () => {
  test.each([
    ['/%', 'characters'],
    ['/%FF', 'characters'],
    ['/%00', 'characters'],
    ['/a%0D%0Ab', 'characters'],
    ['/search?q=%FF', 'characters'],
    ['/search?q=%00', 'characters'],
    ['http://[', 'form'],
    ['http://example.com/', 'form'],
    ['*', 'form'],
    ['', 'form'],
    ['/a#b', 'form'],
    ['/a/../b', 'dots'],
    ['/a/%2e%2E/b', 'dots'],
    [`/${'a'.repeat(2048)}`, 'length'],
  ])('%s is refused for its %s', (target, reason) => {
    expect(readAddress(target)).toEqual({ way: 'refuse', reason })
  })
})

describe('the other ways', () => {
  test.each([
    ['/admin', { way: 'next' }],
    ['/admin/articles/1?x=%', { way: 'next' }],
    ['/api/auth/session', { way: 'next' }],
    ['/_next/static/chunks/a.css', { way: 'file', folder: 'static', path: 'chunks/a.css', versioned: true }],
    ['/_next/image?url=x', { way: 'own', name: '_next' }],
    ['/media/ab/abc-640.webp', { way: 'file', folder: 'media', path: 'ab/abc-640.webp', versioned: true }],
    ['/islands/share.js', { way: 'file', folder: 'islands', path: 'share.js', versioned: false }],
    ['/islands/share.js?v=0a1b2c3d', { way: 'file', folder: 'islands', path: 'share.js', versioned: false, hash: '0a1b2c3d' }],
    ['/favicon.png', { way: 'file', folder: 'public', path: 'favicon.png', versioned: false }],
    ['/healthz', { way: 'own', name: 'healthz' }],
    ['/read?id=k3m9q0w2xz', { way: 'own', name: 'read' }],
    ['/404', { way: 'own', name: 'missing' }],
    ['/_error', { way: 'own', name: 'missing' }],
  ])('%s', (target, expected) => {
    expect(readAddress(target, new Set(['/favicon.png']))).toEqual(expected)
  })

  test.each([
    ['/administrator', 'other'],
    ['/api-docs', 'other'],
    ['/admin.html', 'other'],
    ['/healthz/x', 'other'],
    ['/mediathek', 'other'],
    ['/media/2022/02/08/a.html', 'other'],
    ['/media/photo.jpg', 'other'],
    ['/islands/2022/02/08/a.html', 'other'],
    ['/404.html', 'other'],
    ['/searching', 'other'],
    ['/api', 'other'],
    ['/lite/api', 'other'],
    ['/api/v1/articles', 'api'],
    ['/api/v1/search?q=a', 'search'],
    ['/suggest.json?q=a', 'suggest'],
    ['/preview/abc', 'preview'],
    ['/lite', 'front'],
    ['/lite/category/a', 'list'],
    ['/lite/preview/abc', 'preview'],
    ['/lite/lite', 'other'],
    ['/category', 'other'],
    ['/category/a/feed.xml', 'feed'],
    ['/sitemap.xml', 'file'],
    ['/sitemap/2022-02.xml', 'file'],
    ['/robots.txt', 'file'],
    ['/category/a/b', 'other'],
    ['/2022/1/1', 'other'],
    ['/2022', 'list'],
  ])('%s matches whole segments: %s', (target, section) => {
    expect(readAddress(target)).toMatchObject({ way: 'page', section })
  })

  it('knows a list that is paged through', () => {
    expect(readAddress('/category/a?before=1-00000000')).toMatchObject({ deep: true })
    expect(readAddress('/feed.xml?before=1-00000000')).toMatchObject({ deep: true })
    expect(readAddress('/category/a?view=elder')).toMatchObject({ deep: false })
  })
})

const piece = fc.constantFrom(
  '/',
  '//',
  '%2F',
  '%',
  '%e6%96%b0',
  '?',
  '&',
  '=',
  '+',
  'before=',
  'view=elder',
  'q=',
  '..',
  '.',
  '\\',
  '@',
  'category',
  'lite',
  '2022',
  'a',
  '新',
  '\u0001',
  '#',
)

test('whatever is asked: no throw, a key reads as itself, nothing leads to another host', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => `/${pieces.join('')}`),
      ),
      (target) => {
        const address = readAddress(target)
        if (address.way === 'page') {
          expect(readAddress(address.key)).toEqual(address)
          expect(new URL(address.key, 'http://site.example').host).toBe('site.example')
          expect(address.key).toMatch(/^\/[\x21-\x7e]*$/)
        }
        if (address.way === 'redirect') {
          expect(new URL(address.to, 'http://site.example').host).toBe('site.example')
          expect(readAddress(address.to).way).not.toBe('redirect')
        }
      },
    ),
    { numRuns: 3000 },
  )
})
