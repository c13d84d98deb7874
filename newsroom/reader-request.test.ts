import { expect, it } from 'vitest'
import { isReader } from './reader-request'

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 MicroMessenger/8.0.50'

it.each([
  [PHONE, {}, true],
  ['Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)', {}, false],
  ['Mozilla/5.0 (compatible; Googlebot/2.1)', {}, false],
  ['curl/8.5.0', {}, false],
  [PHONE, { 'sec-purpose': 'prefetch;prerender' }, false],
  [PHONE, { purpose: 'prefetch' }, false],
])('%s %o reads: %s', (agent, headers, reads) => expect(isReader({ 'user-agent': agent, ...headers })).toBe(reads))

it('nobody without a name is a reader', () => expect(isReader({})).toBe(false))
