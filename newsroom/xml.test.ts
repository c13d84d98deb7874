import { expect, test } from 'vitest'
import { writeXml, xml } from './xml'

test('text and attributes are escaped, and nothing stands for nothing', () => {
  const root = xml('a', { href: 'https://a.example/?x=1&y="2"', title: null }, 'x < y & ]]> z', null, false, [
    xml('b:c', {}),
    '尾',
  ])
  expect(writeXml(root)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<a href="https://a.example/?x=1&#x26;y=&#x22;2&#x22;">x &#x3C; y &#x26; ]]&gt; z<b:c />尾</a>\n',
  )
})

test('what XML cannot hold is left out', () => {
  expect(writeXml(xml('a', { b: '\u0000一\u0008' }, '二\u001b\ufffe\ud800三'))).toContain('<a b="一">二\ufffd三</a>')
})
