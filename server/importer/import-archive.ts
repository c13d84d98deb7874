import { IMPORTER } from '@/server/commands/actor'
import { finishImportRun, type ImportCounts } from '@/server/commands/finish-import-run'
import { refreshStatistics } from '@/server/commands/refresh-statistics'
import { startImportRun } from '@/server/commands/start-import-run'
import { inSpan } from '@/server/trace'
import { countsOf, type ImportReport, openReport } from './import-report'
import { listArchives } from './list-archives'
import { openReadingPool } from './reading-pool'
import { type TakingIn, takeIn } from './take-in'

export interface ImportOptions {
  /** reads, decides and reports; nothing stays */
  dryRun?: boolean
  /** IANA name; beats the archives' own */
  timeZone?: string
  /** at most so many posts */
  limit?: number
  /** copies remote pictures */
  fetchImages?: boolean
}

export interface ImportProgress {
  done: number
  total: number
  report: ImportReport
}

export interface ImportRequest {
  /** folders and files of Jekyll archives */
  roots: string[]
  options?: ImportOptions
  onProgress?: (progress: ImportProgress) => void
  /** ends the import after the batch under way */
  signal?: AbortSignal
}

/** Below this the planner's own upkeep is enough. */
const BULK = 1000

/** Brings archives in. The database is there (cli/setup prepareDatabase). Throws ArchiveError for what cannot be read at all. */
export async function importArchive(request: ImportRequest): Promise<ImportReport> {
  return await inSpan('import', { 'broadsheet.roots': request.roots.join(' ') }, () => bringIn(request))
}

async function bringIn({ roots, options = {}, onProgress, signal }: ImportRequest): Promise<ImportReport> {
  const startedMs = performance.now()
  const report = openReport(options.dryRun ?? false)
  const archives = await listArchives(roots, options, report)
  const total = archives.reduce((sum, { files }) => sum + files.posts.length, 0)
  const pool = openReadingPool()
  let done = 0
  onProgress?.({ done, total, report })
  try {
    for (const { archive, files } of archives) {
      if (signal?.aborted) break
      const { kind, posts: paths } = files
      const taking = { pool, archive, kind, paths, fetchImages: options.fetchImages ?? false, report }
      for await (const read of importRun(taking, options.dryRun ?? false)) {
        done += read
        onProgress?.({ done, total, report })
        if (signal?.aborted) break
      }
    }
    if (!options.dryRun && report.created >= BULK) await refreshStatistics(IMPORTER)
  } finally {
    await pool.close()
  }
  report.stopped = signal?.aborted ?? false
  report.seconds = (performance.now() - startedMs) / 1000
  return report
}

/** Takes files of one archive in, with a record of the run; a run that was cut off has no end in it. */
export async function* importRun(taking: Omit<TakingIn, 'runId'>, dryRun: boolean): AsyncGenerator<number> {
  const before = countsOf(taking.report)
  const runId = dryRun ? null : await startImportRun(IMPORTER, taking.archive.name)
  yield* takeIn(IMPORTER, { ...taking, runId })
  if (runId !== null) await finishImportRun(IMPORTER, runId, difference(countsOf(taking.report), before))
}

function difference(after: ImportCounts, before: ImportCounts): ImportCounts {
  const counts = { ...after }
  for (const name of Object.keys(counts) as (keyof ImportCounts)[]) counts[name] -= before[name]
  return counts
}
