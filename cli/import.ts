// `npm run import -- DIR…`: exit 0 all in, 2 some posts refused, 1 could not run.
import { writeFile } from 'node:fs/promises'
import { ArchiveError } from '@/server/importer/find-archive'
import { followArchives } from '@/server/importer/follow-archives'
import { importArchive } from '@/server/importer/import-archive'
import { type ImportReport, joinReports } from '@/server/importer/import-report'
import { startTracing } from '@/server/trace-export'
import { IMPORT_USAGE, type ImportCommand, readImportCommand } from './import-options'
import { importProgress } from './import-progress'
import { importSummary } from './import-summary'
import { prepareDatabase } from './setup'
import { stopSignal } from './stop-signal'
import { UsageError } from './usage-error'

const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  process.exitCode = await runImport(readImportCommand(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError || error instanceof ArchiveError)) throw error
  process.stderr.write(error instanceof UsageError ? `${error.message}\n\n${IMPORT_USAGE}\n` : `${error.message}\n`)
  process.exitCode = 1
}

async function runImport(command: ImportCommand): Promise<number> {
  const { roots, reportFile, watch, ...options } = command
  await mustBeWritable(reportFile)
  const signal = stopSignal()
  const stopTracing = await startTracing()
  const database = await prepareDatabase()
  try {
    const progress = importProgress(process.stderr)
    const first = await importArchive({ roots, options, signal, onProgress: progress.show }).finally(progress.end)
    const reports = [first]
    say(importSummary(first, reportFile))
    await write(reportFile, first)
    if (watch && !signal.aborted) {
      say('正在关注改动，按 Ctrl-C 结束 / watching for changes, Ctrl-C ends')
      const onReport = (report: ImportReport) => {
        reports.push(report)
        if (report.read > report.unchanged) say(importSummary(report, undefined))
      }
      await followArchives({ roots, options, signal, onReport })
      await write(reportFile, joinReports(reports))
    }
    if (first.stopped) return 1
    return reports.some(({ refused }) => refused.length > 0) ? 2 : 0
  } finally {
    await database.release()
    await stopTracing()
  }
}

/** Better said before an hour's import than after it. */
async function mustBeWritable(file: string | undefined): Promise<void> {
  if (file === undefined) return
  await writeFile(file, '').catch((error: Error) => {
    throw new UsageError(`--report ${file}: ${error.message}`)
  })
}

async function write(file: string | undefined, report: ImportReport): Promise<void> {
  if (file !== undefined) await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
}
