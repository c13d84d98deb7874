import { config } from '@/server/config'
import { findArchives } from './find-archive'
import { type ImportOptions, importRun } from './import-archive'
import { type ImportReport, openReport } from './import-report'
import { openReadingPool } from './reading-pool'
import { watchArchive } from './watch-archive'

export interface FollowRequest {
  roots: string[]
  options?: Pick<ImportOptions, 'timeZone' | 'fetchImages'>
  signal: AbortSignal
  /** of each handful of files that were taken in */
  onReport: (report: ImportReport) => void
  rescanMs?: number
  quietMs?: number
}

/** After an import: goes on taking in what appears or changes in the archives, until `signal` ends it. */
export async function followArchives({ roots, options = {}, signal, onReport, ...pace }: FollowRequest): Promise<void> {
  const { timeZone, fetchImages = false } = options
  const archives = await findArchives(roots, { timeZone, usualTimeZone: config().SITE_TIMEZONE })
  const pool = openReadingPool({ size: 1 })
  const following = archives.map(async (archive) => {
    for await (const { kind, paths } of watchArchive(archive, { signal, ...pace })) {
      const report = openReport(false)
      report.archives.push(archive.name)
      for await (const _ of importRun({ pool, archive, kind, paths, fetchImages, report }, false));
      onReport(report)
    }
  })
  try {
    await Promise.all(following)
  } finally {
    await pool.close()
  }
}
