import type { ImportReport, NotedFile, RefusedFile } from '@/server/importer/import-report'

/** More than this of one kind goes into the report file only; refused files are always named. */
const MOST_LINES = 20

/** What an import did, for a terminal. */
export function importSummary(report: ImportReport, reportFile: string | undefined): string {
  const { read, seconds, rescued, warnings, refused, notPosts, dryRun, stopped } = report
  const rate = seconds > 0 ? Math.round(read / seconds) : 0
  const title = stopped
    ? '导入中断 / import stopped'
    : dryRun
      ? '试运行，未写入 / dry run, nothing written'
      : '导入完成 / import done'
  const counts: [string, number][] = [
    ['读取 read', read],
    ['新建 created', report.created],
    ['更新 changed', report.changed],
    ['未变 unchanged', report.unchanged],
    ['重复 duplicate', report.duplicate],
    ['修补 rescued', new Set(rescued.map(({ file }) => file)).size],
    ['拒收 refused', refused.length],
    ['非文章 not posts', notPosts.length],
  ]
  const lines = [
    `${title} (${seconds.toFixed(1)} s, ${rate.toLocaleString('en')}/s)`,
    ...counts.map(([name, count]) => `  ${count.toLocaleString('en').padStart(11)}  ${name}`),
    ...section('修补 / rescued', rescued.map(noted), MOST_LINES),
    ...section('提醒 / warnings', warnings.map(noted), MOST_LINES),
    ...section('拒收 / refused', refused.map(refusedLine), Number.POSITIVE_INFINITY),
  ]
  if (reportFile) lines.push(`报告 / report: ${reportFile}`)
  return lines.join('\n')
}

function section(title: string, lines: string[], most: number): string[] {
  if (lines.length === 0) return []
  const left = lines.length - most
  const more = left > 0 ? [`  … 另有 ${left} 条，见 --report / ${left} more: see --report`] : []
  return [`${title}:`, ...lines.slice(0, most).map((line) => `  ${printable(line)}`), ...more]
}

function noted({ file, line, field, guess, reason }: NotedFile): string {
  const taken = guess === '' ? '' : ` → ${JSON.stringify(guess.length > 60 ? `${guess.slice(0, 60)}…` : guess)}`
  return `${place(file, line)}  ${field}${taken}: ${reason}`
}

const refusedLine = ({ file, line, reason }: RefusedFile) => `${place(file, line)}  ${reason}`
const place = (file: string, line: number | null) => (line === null ? file : `${file}:${line}`)

/** A file's name may hold line ends and commands to the terminal: they are shown, not obeyed. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\0-\x1f\x7f-\x9f]/g, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
