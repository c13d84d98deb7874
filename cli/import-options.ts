import { parseArgs } from 'node:util'
import { misspelt, UsageError } from './usage-error'

export interface ImportCommand {
  roots: string[]
  dryRun: boolean
  watch: boolean
  fetchImages: boolean
  timeZone: string | undefined
  limit: number | undefined
  reportFile: string | undefined
}

export const IMPORT_USAGE = `用法 / usage: npm run import -- DIR… [选项 / options]
  DIR               Jekyll 站点、文件夹或单个文件 / a Jekyll site, a folder, or single files
  --dry-run         只读取并报告，不写入 / read and report, write nothing
  --report FILE     把报告写成 JSON / write the report as JSON
  --timezone ZONE   存档的时区，如 Asia/Shanghai / the archive's time zone
  --limit N         最多读取 N 篇 / read at most N posts
  --watch           持续导入新增和改动的文件 / go on with what appears or changes
  --fetch-images    把远程图片复制进来 / copy remote pictures, too`

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  watch: { type: 'boolean' },
  'fetch-images': { type: 'boolean' },
  report: { type: 'string' },
  timezone: { type: 'string' },
  limit: { type: 'string' },
} as const

/** Reads the words after `npm run import --`; throws UsageError naming what is wrong. */
export function readImportCommand(words: string[]): ImportCommand {
  const { values, positionals } = parsed(words)
  if (positionals.length === 0) throw new UsageError('请指定要导入的文件夹 / which folder is to be imported?')
  if (values['dry-run'] && values.watch) throw new UsageError('--dry-run 与 --watch 不能同时使用 / cannot be used together')
  return {
    roots: positionals,
    dryRun: values['dry-run'] ?? false,
    watch: values.watch ?? false,
    fetchImages: values['fetch-images'] ?? false,
    timeZone: values.timezone === undefined ? undefined : timeZone(values.timezone),
    limit: values.limit === undefined ? undefined : count(values.limit),
    reportFile: values.report,
  }
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw misspelt(error as Error)
  }
}

function timeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone && name
  } catch {
    throw new UsageError(`--timezone ${name}：不是时区名，应如 Asia/Shanghai / is no time zone; write one such as Asia/Shanghai`)
  }
}

function count(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UsageError(`--limit ${text}：应为正整数 / must be a whole number above 0`)
}
