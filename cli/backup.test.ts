import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db, disconnect } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { ROOT } from './root'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'kept0001' })
})
afterAll(() => database.drop())

function run(command: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: database.dataDir, LOG_LEVEL: 'silent' }
  const args = ['--import', 'tsx', '--import', join(ROOT, 'cli/preload.mjs'), join(ROOT, 'cli', `${command}.ts`), ...words]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    )
  })
}

it('backs up, refuses to replace what is there, and does with --force, after a copy of it', async () => {
  const file = join(database.dataDir, 'paper.tar.zst')
  const made = await run('backup', file)
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/backup done .*paper\.tar\.zst\n\s+1 {2}文章 articles/) })
  await insertArticle({ id: 'later001' })
  expect(await run('restore', file, '--force')).toMatchObject({ code: 1, said: expect.stringContaining('stop the site first') })
  await disconnect()
  const refused = await run('restore', file)
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('the database is not empty: Article 2, ') })
  expect(refused.said).not.toContain('    at ')
  const { code, said } = await run('restore', file, '--force')
  expect(said).toMatch(/kept in .*before-restore-\d{14}\.tar\.zst\n(?:.*\n)*.*same, byte for byte/)
  expect(code).toBe(0)
  expect((await db().article.findMany()).map(({ id }) => id)).toEqual(['kept0001'])
  const copies = (await readdir(database.dataDir)).filter((name) => name.startsWith('before-restore-'))
  expect(copies).toHaveLength(1)
})
