import { expect, test } from 'vitest'
import { findSecrets } from './secrets'

// Put together here, or the search for secrets would find them in this file.
const key = (kind: string) =>
  `-----BEGIN ${kind} KEY-----\n${'MIIEpAIBAAKCAQEA3Tz2mr7SZiAMfQyu'.repeat(8)}\n-----END ${kind} KEY-----`

test('keys, tokens and passwords are found by line and not repeated', async () => {
  const password = ['hunter', 'two'].join('-')
  const text = `a: 1\nDATABASE_URL=postgresql://paper:${password}@db.example/paper\n${key('RSA PRIVATE')}\n`
  const found = await findSecrets('notes.txt', text)
  expect(found.map((line) => line.split(': ')[0])).toEqual(['notes.txt:2', 'notes.txt:3'])
  expect(found.join('\n')).not.toContain(password)
  expect(await findSecrets('key.ts', `const token = 'ghp_${'a1B2'.repeat(9)}'`)).toHaveLength(1)
})

test('words about secrets are none', async () => {
  const text = 'postgresql://paper:…@db/paper, postgresql://paper:qinghe-db@db/paper, AUTH_SECRET, Bearer <token>'
  expect(await findSecrets('a.md', text)).toEqual([])
})
