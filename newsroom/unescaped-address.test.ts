import { expect, it } from 'vitest'
import { unescapedAddress } from './unescaped-address'

const rest = '\r\nHost: news.example\r\n\r\n'
const found = (text: string, refusedAt = 14) => unescapedAddress(Buffer.from(text), refusedAt)

it.each([
  [`GET /search?q=的 HTTP/1.1${rest}`, '/search?q=%E7%9A%84'],
  [`HEAD /search?q=书店+𠀀 HTTP/1.0${rest}`, '/search?q=%E4%B9%A6%E5%BA%97%20%F0%A0%80%80'],
  [`GET /tag/书店/?utm=新 HTTP/1.1${rest}`, '/tag/%E4%B9%A6%E5%BA%97'],
  [`GET //evil.example/的 HTTP/1.1${rest}`, '/evil.example/%E7%9A%84'],
])('%s is found at %s', (request, address) => {
  expect(found(request)).toBe(address)
})

it.each([
  ['no address', `GET http://evil.example/的 HTTP/1.1${rest}`],
  ['no reading', `POST /search?q=的 HTTP/1.1${rest}`],
  ['nothing unescaped', `GET /search?q=a HTTP/9.9${rest}`],
  ['a request that has not come to its end', 'GET /search?q=的'],
  ['two requests in a line', `GET /search?q=的 HTTP/1.1 GET / HTTP/1.1${rest}`],
  ['a line break smuggled in', `GET /search?q=的\nSet-Cookie: a=1 HTTP/1.1${rest}`],
  ['the desk’s', `GET /admin/的 HTTP/1.1${rest}`],
  ['a way up', `GET /../的 HTTP/1.1${rest}`],
  ['far too long', `GET /search?q=${'的'.repeat(900)} HTTP/1.1${rest}`],
])('%s is none', (_, request) => {
  expect(found(request)).toBeNull()
})

it('is no other letters than UTF-8’s, and no later request of the same packet', () => {
  expect(unescapedAddress(Buffer.from(`GET /search?q=的 HTTP/1.1${rest}`, 'latin1').fill(0xe7, 14, 15), 14)).toBeNull()
  expect(found(`GET / HTTP/1.1${rest}GET /search?q=的 HTTP/1.1${rest}`, 60)).toBeNull()
})
