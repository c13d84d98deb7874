// `npm run backup -- FILE`: exit 0 made, 2 made but pictures are missing (each named), 1 not made.
import { takeBackup } from '@/server/backup/take-backup'
import { directDatabaseUrl } from '@/server/database-url'
import { BACKUP_USAGE, type BackupCommand, readBackupCommand } from './backup-options'
import { backupSummary } from './backup-summary'
import { importProgress } from './import-progress'
import { prepareDatabaseServer } from './setup'
import { stopSignal } from './stop-signal'
import { UsageError } from './usage-error'

try {
  process.exitCode = await backup(readBackupCommand(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${BACKUP_USAGE}\n`)
  process.exitCode = 1
}

async function backup({ file, withMedia }: BackupCommand): Promise<number> {
  const startedMs = performance.now()
  const signal = stopSignal()
  const server = await prepareDatabaseServer()
  const progress = importProgress(process.stderr)
  try {
    const options = { file, url: directDatabaseUrl(), withMedia, signal, onProgress: progress.show }
    const { head, end, written } = await takeBackup(options).finally(progress.end)
    process.stdout.write(`${backupSummary(file, head, end, written, (performance.now() - startedMs) / 1000)}\n`)
    return end.media.missing > 0 ? 2 : 0
  } catch (error) {
    if (!signal.aborted) throw error
    process.stderr.write('备份中断，未留下文件 / the backup was stopped, no file is left\n')
    return 1
  } finally {
    await server.release()
  }
}
