import { expect, it } from 'vitest'
import { isCounted, isReader } from './reader-request'

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 MicroMessenger/8.0.50'

it.each([
  [PHONE, {}, true],
  ['Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)', {}, false],
  ['Mozilla/5.0 (compatible; Googlebot/2.1)', {}, false],
  ['curl/8.5.0', {}, false],
  ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', {}, false],
  ['WhatsApp/2.23.20.0', {}, false],
  [PHONE, { 'sec-purpose': 'prefetch;prerender' }, false],
  [PHONE, { purpose: 'prefetch' }, false],
])('%s %o reads: %s', (agent, headers, reads) => expect(isReader({ 'user-agent': agent, ...headers })).toBe(reads))

it('nobody without a name is a reader', () => expect(isReader({})).toBe(false))

it.each([
  [{}, true],
  [{ 'sec-gpc': '0', dnt: '0' }, true],
  [{ 'sec-gpc': '1' }, false],
  [{ dnt: '1' }, false],
  [{ 'sec-purpose': 'prefetch' }, false],
])('%o is counted: %s', (headers, counted) => expect(isCounted({ 'user-agent': PHONE, ...headers })).toBe(counted))
