import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAddress } from '@/newsroom/page-address'
import { isFresh } from './headers'

const template = readFileSync(join(import.meta.dirname, '../../deploy/nginx/site.conf.template'), 'utf8')
const unkept = new RegExp(/location ~ (\S+) \{\s+proxy_cache off;/.exec(template)?.[1] ?? '$^')

// Its lock would have all who search for the same wait for the first of them, and then for the next: 33 a second instead of 650.
it.each([
  '/search',
  '/lite/search',
  '/suggest.json',
  '/api/v1/search',
  '/preview/abc',
  '/',
  '/2026/11/30/9f3k2m8p1q',
  '/lite/2026/11/30/9f3k2m8p1q',
  '/category/search',
  '/api/v1/articles',
  '/feed.xml',
  '/s/9f3k2m8p1q',
])('nginx keeps %s where it may be kept, and nobody waits for it where it may not', (path) => {
  const address = readAddress(path)
  expect(unkept.test(path)).toBe(address.way === 'page' && isFresh(address.section))
})
