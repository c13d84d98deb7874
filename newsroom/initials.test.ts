import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialsOf } from './initials'

test.each([
  ['新乡日报', 'xxrb'],
  ['重庆', 'cq'],
  ['浚县', 'xx'],
  ['5G手机', '5gsj'],
  ['36氪', '36k'],
  ['GDP 增长', 'gdpzz'],
  ['New York Times', 'nyt'],
  ['《人民日报》', 'rmrb'],
  ['欧阳·娜娜', 'oynn'],
  ['Élysée', 'e'],
  ['iPhone 15', 'i15'],
  ['２０２６年', '2026n'],
  ['☆', ''],
  ['', ''],
])('%s is typed %s', (name, expected) => expect(initialsOf(name)).toBe(expected))

test('whatever it is given, it answers a short lower-case text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const initials = initialsOf(name)
      expect(initials.length).toBeLessThanOrEqual(64)
      expect(initials).toBe(initials.toLowerCase())
      expect(initials.isWellFormed()).toBe(true)
    }),
  )
})
