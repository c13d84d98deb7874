import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { buildIslands } from './build-islands'

test('the islands are few, light, and listed with a version of their content', async () => {
  const sizes = await buildIslands()
  const readers = [
    'live-notice',
    'read-aloud',
    'read-beacon',
    'reading-settings',
    'search-suggest',
    'settings-boot',
    'share-tools',
  ]
  const names = [...readers, 'wechat-card']
  expect(sizes.map(({ name }) => name).sort()).toEqual(names)
  expect(sizes.reduce((sum, { brotliBytes }) => sum + brotliBytes, 0)).toBeLessThanOrEqual(8_000)
  const addresses: Record<string, string> = JSON.parse(await readFile('generated/islands.json', 'utf8'))
  expect(Object.keys(addresses)).toEqual(names)
  for (const name of names) expect(addresses[name]).toMatch(new RegExp(`^/islands/${name}\\.js\\?v=[0-9a-f]{10}$`))
})

test('what runs before the page is drawn is a plain script: it exports, imports and waits for nothing', async () => {
  const boot = await readFile('public/islands/settings-boot.js', 'utf8')
  expect(boot).not.toMatch(/\b(import|export|await)\b/)
  expect(boot.length).toBeLessThan(700)
})
