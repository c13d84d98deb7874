import { expect, test } from 'vitest'
import { isReservedAddress } from './reserved-address'

test.each(['/', '/admin', '/admin/', '/search', '/feed.xml', '/2026', '/2026/', '/2026/11', '/2026/11/23', '/media'])(
  '%s is ours, whatever an archive says',
  (path) => expect(isReservedAddress(path)).toBe(true),
)

test.each([
  '/admin/2022/02/08/a.html',
  '/admin.html',
  '/2022/13',
  '/2022/02/08/a.html',
  '/2022/a',
  '/xinxiangribao/',
  '/category/a.html',
])('%s may be an old address', (path) => expect(isReservedAddress(path)).toBe(false))
