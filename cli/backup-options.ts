import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { misspelt, UsageError } from './usage-error'

export const BACKUP_USAGE = `用法 / usage: npm run backup -- FILE [选项 / options]
  FILE              备份文件，如 paper.tar.zst，须尚不存在 / the backup, such as paper.tar.zst; must not be there yet
  --without-media   只备份数据库，图片另行备份 / the database only, where pictures are kept safe by other means`

export const RESTORE_USAGE = `用法 / usage: npm run restore -- FILE [选项 / options]
  FILE              npm run backup 的文件 / a file that npm run backup made
  --check           只检查文件，不作改动 / only reads the whole file, changes nothing
  --force           数据库非空时也恢复，先保存一份现有数据 / replaces what is in the database, after a safety copy of it`

export interface BackupCommand {
  file: string
  withMedia: boolean
}

export interface RestoreCommand {
  file: string
  check: boolean
  force: boolean
}

/** Read the words after `npm run backup --` and `npm run restore --`; throw UsageError naming what is wrong. */
export function readBackupCommand(words: string[]): BackupCommand {
  const { file, values } = parsed(words, { 'without-media': { type: 'boolean' } })
  return { file, withMedia: !values['without-media'] }
}

export function readRestoreCommand(words: string[]): RestoreCommand {
  const { file, values } = parsed(words, { check: { type: 'boolean' }, force: { type: 'boolean' } })
  if (values.check && values.force) throw new UsageError('--check 与 --force 不能同时使用 / cannot be used together')
  return { file, check: values.check ?? false, force: values.force ?? false }
}

function parsed<Name extends string>(words: string[], options: Record<Name, { type: 'boolean' }>) {
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    if (positionals.length > 1) throw new UsageError(`只能有一个文件 / one file only: ${positionals.join(' ')}`)
    if (!positionals[0]) throw new UsageError('请指定备份文件 / which file?')
    return { file: resolve(positionals[0]), values: values as Partial<Record<Name, boolean>> }
  } catch (error) {
    throw error instanceof UsageError ? error : misspelt(error as Error)
  }
}
