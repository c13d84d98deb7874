import type { ImportNote } from '@/newsroom/jekyll/import-note'
import type { ImportCounts } from '@/server/commands/finish-import-run'
import type { ItemResult } from '@/server/commands/import-batch'

export interface NotedFile extends Omit<ImportNote, 'rescue'> {
  /** archive root as it lies on this machine, and path */
  file: string
}
export interface RefusedFile {
  file: string
  line: number | null
  reason: string
}

/** What an import did: every file that was read is in one of the five outcomes. */
export interface ImportReport {
  archives: string[]
  dryRun: boolean
  startedAt: string
  seconds: number
  read: number
  created: number
  changed: number
  unchanged: number
  duplicate: number
  /** fields that were broken or missing, and what was taken instead */
  rescued: NotedFile[]
  /** worth a look; nothing was guessed */
  warnings: NotedFile[]
  refused: RefusedFile[]
  /** documents of the archive that are no posts */
  notPosts: string[]
  /** ended by a signal before all was read */
  stopped: boolean
}

export function openReport(dryRun: boolean): ImportReport {
  return {
    archives: [],
    dryRun,
    startedAt: new Date().toISOString(),
    seconds: 0,
    ...{ read: 0, created: 0, changed: 0, unchanged: 0, duplicate: 0 },
    ...{ rescued: [], warnings: [], refused: [], notPosts: [] },
    stopped: false,
  }
}

/** Enters what became of a file. */
export function enterResult(report: ImportReport, root: string, { path, outcome, notes }: ItemResult): void {
  const at = `${root}/${path}`
  report.read++
  if (outcome === 'refused') {
    const [note] = notes
    report.refused.push({ file: at, line: note?.line ?? null, reason: note?.reason ?? 'unknown' })
    return
  }
  report[outcome]++
  if (outcome === 'unchanged') return
  for (const { rescue, ...note } of notes) (rescue ? report.rescued : report.warnings).push({ file: at, ...note })
}

export function countsOf({
  read,
  created,
  changed,
  unchanged,
  duplicate,
  rescued,
  refused,
  notPosts,
}: ImportReport): ImportCounts {
  return {
    ...{ read, created, changed, unchanged, duplicate },
    rescued: new Set(rescued.map(({ file }) => file)).size,
    refused: refused.length,
    notPosts: notPosts.length,
  }
}

/** One report of several, in their order. */
export function joinReports([first, ...more]: ImportReport[]): ImportReport {
  const joined = structuredClone(first ?? openReport(false))
  for (const report of more) {
    for (const name of ['read', 'created', 'changed', 'unchanged', 'duplicate', 'seconds'] as const) joined[name] += report[name]
    joined.rescued.push(...report.rescued)
    joined.warnings.push(...report.warnings)
    joined.refused.push(...report.refused)
    joined.notPosts.push(...report.notPosts)
  }
  return joined
}
