import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashSources } from './source-hash'

let folder: string
const write = (path: string, text: string) => writeFile(join(folder, path), text)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'))
  for (const path of ['app/(site)', 'server/pages', 'server/queries', 'content'])
    await mkdir(join(folder, path), { recursive: true })
  await write('app/(site)/page.tsx', 'a')
  await write('next.config.mjs', 'b')
})
afterAll(() => rm(folder, { recursive: true }))

it('is the same for the same sources', () => {
  expect(hashSources(folder)).toBe(hashSources(folder))
})

it.each(['app/(site)/page.tsx', 'next.config.mjs', 'server/queries/new.ts'])('changes with %s', async (path) => {
  const before = hashSources(folder)
  await write(path, 'changed')
  expect(hashSources(folder)).not.toBe(before)
})

it('changes when a file moves', async () => {
  const before = hashSources(folder)
  await rename(join(folder, 'app/(site)/page.tsx'), join(folder, 'app/page.tsx'))
  expect(hashSources(folder)).not.toBe(before)
})

it.each(['server/pages/serve.ts', 'server/queries/new.test.ts', 'content/a.md', 'README.md'])(
  'does not care for %s',
  async (path) => {
    const before = hashSources(folder)
    await write(path, 'new')
    expect(hashSources(folder)).toBe(before)
  },
)
