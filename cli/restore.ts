// `npm run restore -- FILE`: exit 0 restored (or with --check whole), 1 not: then nothing was changed.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Client } from 'pg'
import { checkBackup } from '@/server/backup/check-backup'
import { restoreBackup } from '@/server/backup/restore-backup'
import { openClient } from '@/server/backup/snapshot'
import { type DatabaseSurvey, surveyDatabase } from '@/server/backup/survey-database'
import { takeBackup } from '@/server/backup/take-backup'
import { config } from '@/server/config'
import { directDatabaseUrl } from '@/server/database-url'
import { SetupError } from '@/server/setup-error'
import { RESTORE_USAGE, type RestoreCommand, readRestoreCommand } from './backup-options'
import { checkSummary, restoreSummary } from './backup-summary'
import { importProgress } from './import-progress'
import { restoreAdvice, rolesWithRights } from './restore-advice'
import { prepareDatabaseServer } from './setup'
import { stopSignal } from './stop-signal'
import { UsageError } from './usage-error'

const say = (text: string) => process.stdout.write(`${text}\n`)
const MEGABYTE = 1_000_000

try {
  process.exitCode = await restore(readRestoreCommand(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${RESTORE_USAGE}\n`)
  process.exitCode = 1
}

async function restore({ file, check, force }: RestoreCommand): Promise<number> {
  const { head, end } = await read(file, (onBytes) => checkBackup(file, onBytes))
  say(checkSummary(file, head, end))
  if (check) return 0
  const signal = stopSignal()
  const startedMs = performance.now()
  const server = await prepareDatabaseServer()
  try {
    const roles = await makeRoom(force)
    const options = { file, url: directDatabaseUrl(), signal }
    const restored = await read(file, (onBytes) => restoreBackup({ ...options, onBytes }))
    say(restoreSummary(restored, (performance.now() - startedMs) / 1000))
    for (const advice of await withClient((client) => restoreAdvice(client, roles))) say(advice)
    return 0
  } catch (error) {
    if (!signal.aborted) throw error
    process.stderr.write('恢复中断，数据库未改动 / the restore was stopped, the database is as it was\n')
    return 1
  } finally {
    await server.release()
  }
}

/** Shows how far the file is read, in megabytes. */
async function read<Result>(file: string, work: (onBytes: (done: number) => void) => Promise<Result>): Promise<Result> {
  const total = Math.ceil((statSync(file, { throwIfNoEntry: false })?.size ?? 0) / MEGABYTE)
  const progress = importProgress(process.stderr)
  return await work((bytes) => progress.show({ done: Math.min(total, Math.round(bytes / MEGABYTE)), total })).finally(
    progress.end,
  )
}

async function withClient<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await openClient(directDatabaseUrl(), 'restore')
  return await work(client).finally(() => client.end())
}

/** Throws where the database may not be replaced; keeps a copy of what is. Answers whose rights the restore will end. */
async function makeRoom(force: boolean): Promise<string[]> {
  const { survey, roles } = await withClient(async (client) => ({
    survey: await surveyDatabase(client),
    roles: await rolesWithRights(client),
  }))
  if (survey.isForeign)
    throw new SetupError(
      '数据库里有不属于 Broadsheet 的表 / the database holds tables of something else: give Broadsheet one of its own',
    )
  if (survey.users.length > 0)
    throw new SetupError(
      `数据库正在使用，请先停止站点 / stop the site first, it works on this database: ${survey.users.join(', ')}`,
    )
  if (survey.isEmpty) return roles
  const found = `数据库非空 / the database is not empty: ${contents(survey)}`
  if (!force) throw new SetupError(`${found}\n加 --force 可替换，会先保存一份 / --force replaces it, after a copy of it`)
  say(found)
  await ask()
  const copy = join(config().DATA_DIR, `before-restore-${new Date().toISOString().replace(/[^\d]/g, '').slice(0, 14)}.tar.zst`)
  await takeBackup({ file: copy, url: directDatabaseUrl(), withMedia: false })
  say(`已保存现有数据 / what was there is kept in ${copy}`)
  return roles
}

function contents({ rows }: DatabaseSurvey): string {
  const most = rows.toSorted((a, b) => b.count - a.count || (a.table < b.table ? -1 : 1)).slice(0, 8)
  return most.map(({ table, count }) => `${table} ${count.toLocaleString('en')}`).join(', ')
}

/** On a terminal a person says so once more; a script said it with --force. */
async function ask(): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question('替换以上数据？输入 yes / replace all that? Type yes: ').finally(() => terminal.close())
  if (answer.trim() !== 'yes') throw new SetupError('未作改动 / nothing was changed')
}
