import { execFile } from 'node:child_process'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '@/server/commands/actor'
import { recordAudit } from '@/server/commands/record-audit'
import { db, disconnect } from '@/server/db'
import { anchorAudit } from '@/server/jobs/anchor-audit'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { ROOT } from './root'
import { makeSiteRole } from './site-role-fixture'

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

it('says what is left to be done: the end of a record that went on, and the rights of roles that lost them', async () => {
  const file = join(database.dataDir, 'before.tar.zst')
  await run('backup', file)
  const plain = await run('restore', file, '--force')
  expect(plain.said).not.toMatch(/lost its rights|mv /)
  const role = await makeSiteRole(database.url)
  try {
    await recordAudit(db(), SYSTEM, { action: 'tag.delete', subject: 'tag:1', label: '旧标签' })
    await anchorAudit()
    await disconnect()
    const { code, said } = await run('restore', file, '--force')
    expect(code).toBe(0)
    expect(said).toContain(`the role site_of_${new URL(database.url).pathname.slice(1)} has lost its rights`)
    const [, from = '', to = ''] = /^ {2}mv (\S+) (\S+)$/m.exec(said) ?? []
    expect((await run('audit', 'verify')).code).toBe(2)
    await rename(from, to)
    expect((await run('audit', 'verify')).code).toBe(0)
  } finally {
    await role.drop()
  }
})
