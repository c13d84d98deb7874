import { z } from 'zod'

/**
 * A backup is a tar file compressed with zstd. First `backup.json`, which says what it is; then the rows of one table after the
 * other, as PostgreSQL's text COPY has them, in parts that end with a row (`database/Article/000001.copy`); `auth-secret`, where
 * DATA_DIR holds one; the pictures under their keys (`media/…`), with a list of their hashes behind every so many
 * (`media-list/000001.jsonl`); last `end.json`, with the counts and hashes of all that came before it. Behind the compressed bytes stands their own hash (backup-file.ts).
 */
export const FORMAT = 1
export const HEAD_NAME = 'backup.json'
export const END_NAME = 'end.json'
export const SECRET_NAME = 'auth-secret'
/** A part of a table, or a picture: no entry is larger. */
export const MOST_ENTRY_BYTES = 2 ** 28

/** Of the moment: who is signed in, links that open once, open tabs, what is still on its way, whom a day's counts are of. Their tables come back empty. */
export const LEFT_OUT: readonly string[] = [
  'Session',
  'Verification',
  'Attempt',
  'Presence',
  'BusEvent',
  'Edge',
  'Purge',
  'WechatTicket',
  'VisitorSalt',
  'VisitorDeed',
  'VisitorSearch',
]

const headShape = z.object({
  product: z.literal('broadsheet'),
  format: z.number().int().positive(),
  version: z.string(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** applied in the database, in that order */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  leftOut: z.array(z.string()),
  /** the last value given, null where none was */
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  hasMedia: z.boolean(),
})
export type BackupHead = z.infer<typeof headShape>

const endShape = z.object({
  /** before this one */
  entries: z.number().int(),
  sha256: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), bytes: z.number().int(), sha256: z.string() })),
  media: z.object({
    files: z.number().int(),
    bytes: z.number().int(),
    /** named in the database, not there when the backup was made; the first of them by name */
    missing: z.number().int(),
    missingKeys: z.array(z.string()),
  }),
})
export type BackupEnd = z.infer<typeof endShape>
export type TableSum = BackupEnd['tables'][number]

const mediaLine = z.object({ key: z.string(), size: z.number().int(), sha256: z.string() })
export type MediaLine = z.infer<typeof mediaLine>

/** Null: it is none of ours. The format may be one that this version does not know. */
export function readHead(text: string): { format: number; head: BackupHead | null } | null {
  const value = readJson(text)
  const known = headShape.pick({ product: true, format: true }).safeParse(value)
  if (!known.success) return null
  return { format: known.data.format, head: headShape.safeParse(value).data ?? null }
}

export const readEnd = (text: string): BackupEnd | null => endShape.safeParse(readJson(text)).data ?? null

export const mediaLines = (lines: MediaLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** Null: at least one line is none. */
export function readMediaLines(text: string): MediaLine[] | null {
  const lines = text.split('\n').filter(Boolean)
  return z.array(mediaLine).safeParse(lines.map(readJson)).data ?? null
}

/** `database/Article/000001.copy` → `Article` */
export const tableOfEntry = (name: string): string | null => /^database\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? null
/** No part of a key begins with a dot: none leaves the storage. */
export const mediaKeyOfEntry = (name: string): string | null =>
  /^media\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/.exec(name)?.[1] ?? null
export const isMediaList = (name: string): boolean => /^media-list\/\d+\.jsonl$/.test(name)
export const numbered = (folder: string, number: number, ending: string): string =>
  `${folder}/${String(number).padStart(6, '0')}.${ending}`

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
