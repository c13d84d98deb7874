import { describe, expect, it } from 'vitest'
import { isAddress, isInside, isNetwork, isPrivate, networkOf } from './network-address'

describe('an address', () => {
  it('is IPv4, IPv6, or the one inside the other', () => {
    for (const text of ['192.0.2.1', '::', '::1', '2001:db8::1', '2001:DB8:0:0:0:0:0:1', '::ffff:192.0.2.1', 'fe80::1%eth0'])
      expect(isAddress(text), text).toBe(true)
    for (const text of ['', 'x', '256.1.1.1', '1.2.3', '1::2::3', '2001:db8', '12345::', '::ffff:300.0.0.1', '1:2:3:4:5:6:7:8::'])
      expect(isAddress(text), text).toBe(false)
  })

  it('lies in a network or not', () => {
    expect(isInside('192.0.2.200', '192.0.2.0/24')).toBe(true)
    expect(isInside('192.0.3.1', '192.0.2.0/24')).toBe(false)
    expect(isInside('::ffff:192.0.2.7', '192.0.2.7')).toBe(true)
    expect(isInside('2001:db8:1::5', '2001:db8::/32')).toBe(true)
    expect(isInside('192.0.2.1', '::/0')).toBe(false)
    expect(isInside('192.0.2.1', '0.0.0.0/0')).toBe(true)
    expect(isNetwork('10.0.0.0/33')).toBe(false)
    expect(isNetwork('10.0.0.0/')).toBe(false)
    expect(isNetwork('proxy.example')).toBe(false)
  })

  it('is private at home only', () => {
    for (const text of ['127.0.0.1', '::1', '10.9.8.7', '172.31.0.1', '192.168.1.1', 'fd00::1', '::ffff:10.0.0.1'])
      expect(isPrivate(text), text).toBe(true)
    for (const text of ['172.32.0.1', '192.169.0.1', '8.8.8.8', '2001:db8::1', '', '::ffff:8.8.8.8'])
      expect(isPrivate(text), text).toBe(false)
  })

  it('counts as its /64, or as itself', () => {
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:ffff::9'))
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'))
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
    expect(networkOf('nonsense')).toBe('unknown')
  })
})
