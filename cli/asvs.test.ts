import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './root'

const rows = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))

it('every chapter of the standard is answered, and what is said to prove it is there', () => {
  expect(rows.map((row) => /^\| (V\d+)/.exec(row)?.[1])).toEqual(Array.from({ length: 17 }, (_, at) => `V${at + 1}`))
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z][\w-]*\/[\w./-]+)`/g)].map(([, path = '']) => path))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})
