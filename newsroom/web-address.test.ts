import { expect, test } from 'vitest'
import { webAddress } from './web-address'

test.each([
  ['https://news.example/a?b=1', 'https://news.example/a?b=1'],
  [' http://news.example ', 'http://news.example'],
  ['//news.example/a', 'https://news.example/a'],
])('%s is an address of the web', (text, address) => expect(webAddress(text)).toBe(address))

test.each([null, '', 'javascript:alert(1)', 'data:text/html,x', '/a', 'news.example', 'https://[x', 'java\nscript:alert(1)'])(
  '%s is none',
  (text) => expect(webAddress(text)).toBeNull(),
)
