import { expect, test } from 'vitest'
import { inView, isLite, renderedBy } from './addresses'

test.each([
  ['/', 'elder', '/?view=elder'],
  ['/2022/02/08/9f3k2m8p1q#reports', 'elder', '/2022/02/08/9f3k2m8p1q?view=elder#reports'],
  ['/search?q=a', 'elder', '/search?q=a&view=elder'],
  ['/', 'lite', '/lite'],
  ['/2022/02/08/9f3k2m8p1q#reports', 'lite', '/lite/2022/02/08/9f3k2m8p1q#reports'],
  ['/search?q=a', 'lite', '/lite/search?q=a'],
  ['/search?q=a', 'standard', '/search?q=a'],
] as const)('%s in the %s view is %s', (path, view, address) => {
  expect(inView(path, view)).toBe(address)
  expect(isLite(address)).toBe(view === 'lite')
})

test.each([
  ['/tag/a', '/tag/a'],
  ['/literature', '/literature'],
  ['/lite', '/?view=lite'],
  ['/lite/tag/a?before=1-00000000', '/tag/a?before=1-00000000&view=lite'],
  ['/lite/emnews/', '/emnews/?view=lite'],
])('%s is rendered by %s', (key, target) => {
  expect(renderedBy(key)).toBe(target)
})
