import { config } from '@/server/config'
import { type Archive, findArchives } from './find-archive'
import type { ImportReport } from './import-report'
import { type ArchiveFiles, listFiles } from './list-files'

export interface ListedArchive {
  archive: Archive
  files: ArchiveFiles
}

/** The archives asked for with the names of their files, at most `limit` posts; what is no post, or unreadable, is reported. */
export async function listArchives(
  roots: string[],
  { timeZone, limit = Number.POSITIVE_INFINITY }: { timeZone?: string; limit?: number },
  report: ImportReport,
): Promise<ListedArchive[]> {
  const listed: ListedArchive[] = []
  let left = limit
  for (const archive of await findArchives(roots, { timeZone, usualTimeZone: config().SITE_TIMEZONE })) {
    const files = await listFiles(archive)
    const { root } = archive
    files.posts.length = Math.min(files.posts.length, left)
    left -= files.posts.length
    report.archives.push(archive.name)
    for (const path of files.notPosts) report.notPosts.push(`${root}/${path}`)
    for (const reason of archive.site.warnings) {
      report.warnings.push({ file: `${root}/_config.yml`, field: 'config', guess: '', reason, line: null })
    }
    for (const { path, reason } of files.unreadable) {
      report.read++
      report.refused.push({ file: `${root}/${path}`, line: null, reason })
    }
    listed.push({ archive, files })
  }
  return listed
}
