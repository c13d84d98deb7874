import { expect, it } from 'vitest'
import { clientAddress } from './client-address'

const trustedProxies = ['127.0.0.1', '10.0.0.0/8']

it('is the socket where no proxy is trusted, whatever a header says', () => {
  expect(clientAddress({ remote: '203.0.113.5', forwardedFor: '1.2.3.4', trustedProxies: [] })).toBe('203.0.113.5')
  expect(clientAddress({ remote: '203.0.113.5', forwardedFor: '1.2.3.4', trustedProxies })).toBe('203.0.113.5')
})

it('is what the trusted proxy heard from', () => {
  expect(clientAddress({ remote: '127.0.0.1', forwardedFor: '198.51.100.7', trustedProxies })).toBe('198.51.100.7')
})

it('is the last that is no proxy of ours: what stands before it is a claim', () => {
  const forwardedFor = '1.1.1.1, 198.51.100.7, 10.1.2.3'
  expect(clientAddress({ remote: '::ffff:127.0.0.1', forwardedFor, trustedProxies })).toBe('198.51.100.7')
})

it('is the proxy itself where it says nothing, or no address', () => {
  expect(clientAddress({ remote: '10.0.0.9', forwardedFor: undefined, trustedProxies })).toBe('10.0.0.9')
  expect(clientAddress({ remote: '10.0.0.9', forwardedFor: 'unknown', trustedProxies })).toBe('10.0.0.9')
})

it('is unknown without a socket', () => {
  expect(clientAddress({ remote: undefined, forwardedFor: '1.1.1.1', trustedProxies })).toBeNull()
})
