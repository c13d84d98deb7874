import { expect, it } from 'vitest'
import { deskHeaders, deskPolicy } from './desk-headers'

it('scripts run by their nonce only', () => {
  const policy = deskPolicy({ nonce: 'abc', development: false, secure: true })
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).toContain("base-uri 'none'")
  expect(policy).toContain('upgrade-insecure-requests')
  expect(policy).toMatch(/require-trusted-types-for 'script'; trusted-types default \S/)
})

it('a site on a home network is not sent to https', () => {
  const headers = deskHeaders({ nonce: 'abc', development: false, secure: false, subdomains: true })
  expect(headers['Content-Security-Policy']).not.toContain('upgrade-insecure-requests')
  expect(headers['Strict-Transport-Security']).toBeUndefined()
  expect(headers['Cache-Control']).toBe('private, no-store')
})

it('https is for a year, and for the names below where the operator says so', () => {
  const of = (subdomains: boolean) =>
    deskHeaders({ nonce: 'abc', development: false, secure: true, subdomains })['Strict-Transport-Security']
  expect([of(false), of(true)]).toEqual(['max-age=31536000', 'max-age=31536000; includeSubDomains'])
})

it('development may evaluate and reload', () => {
  const policy = deskPolicy({ nonce: 'abc', development: true, secure: false })
  expect(policy).toContain("'unsafe-eval'")
  expect(policy).not.toContain('trusted-types')
})
