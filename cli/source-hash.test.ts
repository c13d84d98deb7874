import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashSources, SOURCES } from './source-hash'

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

/** Read by tools of ours, never by a build. */
const TOOLS = new Set(['next-env.d.ts', 'playwright.config.ts', 'vitest.config.ts'])

it('what lies at the root for the framework to find is part of a build, and all of a build goes into an image', async () => {
  const atRoot = (await readdir('.')).filter((file) => /\.(ts|mjs)$/.test(file) && !TOOLS.has(file))
  expect(atRoot.length).toBeGreaterThan(3)
  expect(SOURCES).toEqual(expect.arrayContaining(atRoot))
  const sent = (await readFile('deploy/container/Containerfile.dockerignore', 'utf8')).split('\n')
  expect(sent).toEqual(expect.arrayContaining(SOURCES.map((source) => `!${source.split('/')[0]}`)))
})
