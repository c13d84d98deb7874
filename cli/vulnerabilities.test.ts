import { expect, test } from 'vitest'
import { readAudit } from './vulnerabilities'

test('what is high or critical is named, with its advisory or the package that brings it', () => {
  const vulnerabilities = {
    a: { name: 'a', severity: 'high', range: '<1.2.3', via: [{ title: 'A hole', url: 'https://advisories.test/1' }] },
    b: { name: 'b', severity: 'critical', range: '*', via: ['a'] },
    c: { name: 'c', severity: 'moderate', range: '*', via: [{ title: 'A draught', url: 'https://advisories.test/2' }] },
  }
  expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
    known: true,
    serious: ['a <1.2.3: high: A hole (https://advisories.test/1)', 'b *: critical: through a'],
  })
  expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toEqual({ known: true, serious: [] })
})

test('a registry that was not asked or does not say is no clean bill', () => {
  const refused = { message: '405 Method Not Allowed - POST https://registry.test/bulk', statusCode: 405 }
  expect(readAudit(JSON.stringify(refused))).toEqual({ known: false, why: '405 Method Not Allowed' })
  expect(readAudit('{}')).toEqual({ known: false, why: 'an answer without vulnerabilities' })
})
