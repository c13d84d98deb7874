import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deskTexts } from '@/newsroom/desk/desk-texts'
import { knownText } from '@/newsroom/desk/known-text'
import { ROOT } from './root'

const sources = globSync('server/**/*.ts', { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'))
const recorded = new Set(
  sources.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)].map(([, action = '']) => action),
  ),
)

it('finds what is recorded', () => {
  expect(recorded.size).toBeGreaterThan(20)
})

it.each([...recorded])('%s has words in the record', (action) => {
  for (const locale of ['zh-CN', 'en'])
    expect(knownText(deskTexts(locale, 'UTC'), `audit.actions.${action}`), locale).not.toBeNull()
})
