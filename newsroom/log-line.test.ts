import { expect, it } from 'vitest'
import { addressForLog, givenRequestId, hideSecrets, pathForLog } from './log-line'

it('logs where somebody went, not what they looked for nor a link that opens by itself', () => {
  expect(pathForLog('/search?q=%E7%97%85')).toBe('/search')
  expect(pathForLog('/preview/Zm9vYmFy?view=elder')).toBe('/preview/…')
  expect(pathForLog('/preview/front-page/Zm9vYmFy')).toBe('/preview/front-page/…')
  expect(pathForLog('/admin/invitation/Zm9vYmFy')).toBe('/admin/invitation/…')
  expect(pathForLog('/admin/reset/Zm9vYmFy')).toBe('/admin/reset/…')
  expect(pathForLog('/2026/11/20/0123456789')).toBe('/2026/11/20/0123456789')
  expect(pathForLog(`/${'a'.repeat(5_000)}`)).toHaveLength(200)
})

it('shortens who asks as far as it is told', () => {
  expect(addressForLog('192.0.2.77', 'network')).toBe('192.0.2.0/24')
  expect(addressForLog('::ffff:192.0.2.77', 'network')).toBe('192.0.2.0/24')
  expect(addressForLog('2001:db8:1:2::77', 'network')).toBe('2001:db8:1::/48')
  expect(addressForLog('192.0.2.77', 'full')).toBe('192.0.2.77')
  expect(addressForLog('192.0.2.77', 'none')).toBeUndefined()
  expect(addressForLog(null, 'full')).toBeUndefined()
})

it('takes secrets out of whatever is to be written', () => {
  const line = '{"error":"connect to postgresql://paper:s3cr%25et@db:5432/x failed, token abcdef123"}'
  expect(hideSecrets(line, ['abcdef123', 'b'])).toBe('{"error":"connect to postgresql://paper:…@db:5432/x failed, token …"}')
  const harmless = '{"url":"https://news.example/a","msg":"see 12:30 a@b"}'
  expect(hideSecrets(harmless, [])).toBe(harmless)
})

it('takes an id over only where it looks like one', () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  expect(givenRequestId({ requestId: 'edge-1234', traceparent })).toBe('edge-1234')
  expect(givenRequestId({ requestId: 'a b\nc', traceparent })).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
  expect(givenRequestId({ requestId: undefined, traceparent: '00-zz-1-01' })).toBeNull()
})
