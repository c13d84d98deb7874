import { expect, test } from 'vitest'
import { jsonForScript } from './json-for-script'

test('nothing in a headline can leave the script element', () => {
  const value = { headline: '</script><script>alert(1)</script><!-- & \u2028\u2029' }
  const text = jsonForScript(value)
  expect(text).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(text)).toEqual(value)
})

test('ordinary Chinese stays readable', () => {
  expect(jsonForScript({ name: '新乡日报' })).toBe('{"name":"新乡日报"}')
})
