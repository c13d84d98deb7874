import { migrationNames } from '@/server/migration-files'
import { SetupError } from '@/server/setup-error'
import { broken, isWhole, readBackupFile } from './backup-file'
import {
  type BackupEnd,
  type BackupHead,
  END_NAME,
  FORMAT,
  HEAD_NAME,
  isMediaList,
  type MediaLine,
  mediaKeyOfEntry,
  readEnd,
  readHead,
  readMediaLines,
  SECRET_NAME,
  tableOfEntry,
} from './backup-format'
import { EntryHash, sha256 } from './entry-hash'
import { TableCount } from './snapshot'

/** What a backup holds, one after the other. */
export type BackupPiece =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'rows'; table: string; text: Buffer }
  | { kind: 'secret'; bytes: Buffer }
  | { kind: 'media'; key: string; bytes: Buffer }
  /** the last one: everything before it is as it was written */
  | { kind: 'end'; end: BackupEnd }

/**
 * Reads a backup and checks it as it goes: counts, the hash of every table and picture, at the end the hash over all. Throws
 * SetupError naming what is wrong, for a newer version's backup as well.
 */
export async function* readBackup(file: string, onBytes?: (done: number) => void): AsyncGenerator<BackupPiece> {
  const hash = new EntryHash()
  const counts = new Map<string, TableCount>()
  let pictures: MediaLine[] = []
  let head: BackupHead | null = null
  let end: BackupEnd | null = null
  const media = { files: 0, bytes: 0 }
  for await (const { name, bytes } of readBackupFile(file, onBytes)) {
    if (!head) {
      head = await headOf(file, name, bytes)
      for (const table of head.tables) counts.set(table.name, new TableCount(table.name))
      hash.add(name, bytes)
      yield { kind: 'head', head }
      continue
    }
    if (name === END_NAME) {
      end = endOf(file, bytes, hash)
      mustAgree(file, end, { tables: [...counts.values()], media, pictures })
      yield { kind: 'end', end }
      continue
    }
    hash.add(name, bytes)
    const table = tableOfEntry(name)
    const key = mediaKeyOfEntry(name)
    if (table !== null) {
      const count = counts.get(table)
      if (!count) throw broken(file, `${name} belongs to no table`)
      count.add(bytes)
      yield { kind: 'rows', table, text: bytes }
    } else if (key !== null) {
      pictures.push({ key, size: bytes.length, sha256: sha256(bytes) })
      media.files++
      media.bytes += bytes.length
      yield { kind: 'media', key, bytes }
    } else if (isMediaList(name)) {
      comparePictures(file, readMediaLines(bytes.toString()), pictures)
      pictures = []
    } else if (name === SECRET_NAME) yield { kind: 'secret', bytes }
    else throw broken(file, `${name} is unknown`)
  }
  if (!end) throw broken(file, `${END_NAME} is missing`)
}

/** The whole file, from its first byte to its last. */
export async function checkBackup(file: string, onBytes?: (done: number) => void): Promise<{ head: BackupHead; end: BackupEnd }> {
  let head: BackupHead | undefined
  for await (const piece of readBackup(file, onBytes)) {
    if (piece.kind === 'head') head = piece.head
    if (piece.kind === 'end' && head) return { head, end: piece.end }
  }
  throw broken(file, 'it ends too early')
}

async function headOf(file: string, name: string, bytes: Buffer): Promise<BackupHead> {
  const read = name === HEAD_NAME ? readHead(bytes.toString()) : null
  if (!read) throw new SetupError(`${file} 不是 Broadsheet 的备份文件 / is no backup that Broadsheet made`)
  if (read.format > FORMAT) throw await newer(file, `format ${read.format}, this version reads ${FORMAT}`)
  if (!read.head) throw broken(file, `${HEAD_NAME} cannot be read`)
  const known = new Set(migrationNames())
  const unknown = read.head.migrations.filter((migration) => !known.has(migration))
  if (unknown.length > 0) throw await newer(file, `migrations ${unknown.join(', ')}`)
  return read.head
}

/** Damage may spell a name that this version does not know: whoever has to look for another version should know that it is none. */
async function newer(file: string, what: string): Promise<SetupError> {
  if (!(await isWhole(file))) return broken(file, 'the hash of the file is another')
  return new SetupError(
    `${file} 来自更新的版本，请用那个版本恢复 / was made by a newer Broadsheet, restore it with that one: ${what}`,
  )
}

function endOf(file: string, bytes: Buffer, hash: EntryHash): BackupEnd {
  const end = readEnd(bytes.toString())
  if (!end) throw broken(file, `${END_NAME} cannot be read`)
  if (end.entries !== hash.count) throw broken(file, `${hash.count} entries in place of ${end.entries}`)
  if (end.sha256 !== hash.digest()) throw broken(file, 'the hash over all of it is another')
  return end
}

function comparePictures(file: string, listed: MediaLine[] | null, found: MediaLine[]): void {
  if (!listed) throw broken(file, 'a list of pictures cannot be read')
  if (listed.length !== found.length) throw broken(file, `${found.length} pictures in place of ${listed.length}`)
  for (const [at, { key, size, sha256 }] of listed.entries()) {
    const other = found[at]
    if (other?.key !== key || other.size !== size || other.sha256 !== sha256) throw broken(file, `the picture ${key} is another`)
  }
}

interface Found {
  tables: TableCount[]
  media: { files: number; bytes: number }
  pictures: MediaLine[]
}

function mustAgree(file: string, end: BackupEnd, { tables, media, pictures }: Found): void {
  const sums = new Map(end.tables.map((sum) => [sum.name, sum]))
  for (const found of tables.map((count) => count.sum())) {
    const told = sums.get(found.name)
    if (told?.sha256 !== found.sha256 || told.rows !== found.rows) throw broken(file, `the table ${found.name} is another`)
  }
  if (media.files !== end.media.files || media.bytes !== end.media.bytes || pictures.length > 0)
    throw broken(file, 'pictures are missing')
}
