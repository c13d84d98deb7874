import type { WrittenFile } from '@/server/backup/backup-file'
import type { BackupEnd, BackupHead } from '@/server/backup/backup-format'
import type { Restored } from '@/server/backup/restore-backup'

/** Tables that say most to whoever looks whether all is there. */
const NAMED: [table: string, words: string][] = [
  ['Article', '文章 articles'],
  ['Revision', '版本 revisions'],
  ['Draft', '草稿 drafts'],
  ['Redirect', '旧地址 old addresses'],
  ['Category', '栏目 categories'],
  ['Tag', '标签 tags'],
  ['Staff', '员工 staff'],
  ['AuditEntry', '记录 lines of the record'],
]
const MOST_MISSING = 20

/** What a backup holds, for a terminal. */
export function backupContents({ tables, media }: BackupEnd, { hasMedia }: BackupHead): string {
  const rows = new Map(tables.map(({ name, rows }) => [name, rows]))
  const sum = tables.reduce((total, table) => total + table.rows, 0)
  const lines = [
    ...NAMED.map(([table, words]) => line(rows.get(table) ?? 0, words)),
    line(sum, `行，${tables.length} 张表 rows in ${tables.length} tables`),
    hasMedia ? line(media.files, `图片文件 files of pictures, ${sizeOf(media.bytes)}`) : line('–', '不含图片 without pictures'),
  ]
  if (media.missing > 0) lines.push(line(media.missing, '缺失 missing:'), ...missing(media))
  return lines.join('\n')
}

export function backupSummary(file: string, head: BackupHead, end: BackupEnd, written: WrittenFile, seconds: number): string {
  return [
    `备份完成 / backup done (${seconds.toFixed(1)} s): ${file}`,
    backupContents(end, head),
    `${sizeOf(written.sizeBytes)}, sha256 ${written.sha256}`,
    '文件含密码散列与密钥，请妥善保管 / it holds password hashes and secrets: keep it safe',
  ].join('\n')
}

export function checkSummary(file: string, head: BackupHead, end: BackupEnd): string {
  return [
    `备份完好 / the backup is whole: ${file}`,
    `${head.madeAt} · Broadsheet ${head.version} · PostgreSQL ${head.postgres}`,
    backupContents(end, head),
  ].join('\n')
}

const SECRETS: Record<Restored['secret'], string> = {
  restored: '密钥已恢复 / the secret of DATA_DIR was restored',
  same: '密钥相同 / the secret was there already',
  unused: 'AUTH_SECRET 与备份时不同，二次验证须重设 / AUTH_SECRET is not the one of the backup: second factors are set up anew',
  none: '备份不含密钥，请沿用原来的 AUTH_SECRET / no secret is in it: use the AUTH_SECRET there was',
}

export function restoreSummary({ end, migrated, secret, rendering }: Restored, seconds: number): string {
  const rows = end.tables.reduce((total, table) => total + table.rows, 0)
  const lines = [
    `恢复完成 / restored (${seconds.toFixed(1)} s)`,
    `核对一致 / same, byte for byte: ${number(rows)} rows of ${end.tables.length} tables, ${number(end.media.files)} files, ${sizeOf(end.media.bytes)}`,
  ]
  if (migrated.length > 0) lines.push(`已升级到本版本 / migrated to this version: ${migrated.join(', ')}`)
  lines.push(SECRETS[secret])
  if (rendering > 0)
    lines.push(`${rendering} 张图片将补做其余尺寸 / pictures of which other sizes are still to be made: ${rendering}`)
  if (end.media.missing > 0)
    lines.push(`备份时已缺失 / missing when the backup was made: ${end.media.missing}`, ...missing(end.media))
  lines.push('所有人须重新登录 / everybody signs in again')
  return lines.join('\n')
}

function missing({ missing, missingKeys }: BackupEnd['media']): string[] {
  const left = missing - Math.min(MOST_MISSING, missingKeys.length)
  return [...missingKeys.slice(0, MOST_MISSING).map((key) => `  media/${key}`), ...(left > 0 ? [`  … ${left}`] : [])]
}

const number = (value: number) => value.toLocaleString('en')
const line = (value: number | string, words: string) =>
  `  ${(typeof value === 'number' ? number(value) : value).padStart(11)}  ${words}`

export function sizeOf(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]}`
}
