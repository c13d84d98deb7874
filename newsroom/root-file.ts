import { z } from 'zod'
import { OWN_NAMES } from './page-address'
import { isReservedAddress } from './reserved-address'

/** A file that somebody else looks for at `/{name}`: to see that the site is ours, or who may sell its advertisements. */
export interface RootFile {
  name: string
  text: string
}

export const MOST_ROOT_FILES = 40
export const LONGEST_ROOT_FILE = 64_000

const FORM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}\.(?<ending>txt|html?|xml|json)$/
const TYPES: Record<string, string> = {
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
}
/** What a server before us may answer a folder with. */
const INDEX = /^(?:index|default)\./

/** Whether a file may stand at `/{name}`: a plain name with a known ending, none of the site's own. */
export function isRootFileName(name: string): boolean {
  const lower = name.toLowerCase()
  if (!FORM.test(name) || name.includes('..') || INDEX.test(lower)) return false
  return !OWN_NAMES.has(lower) && !isReservedAddress(`/${lower}`)
}

/** The media type of a name that `isRootFileName` took. */
export const rootFileType = (name: string): string =>
  `${TYPES[FORM.exec(name)?.groups?.ending ?? ''] ?? 'text/plain'}; charset=utf-8`

export const rootFileName = z.string().trim().refine(isRootFileName, 'root-file.name')
export const rootFile = z.object({
  name: rootFileName,
  text: z
    .string()
    .refine((text) => text.trim() !== '' && !text.includes('\0'), 'root-file.empty')
    .refine((text) => text.length <= LONGEST_ROOT_FILE, 'root-file.long'),
})
const rootFiles = z.array(rootFile).max(MOST_ROOT_FILES)

/** As they are stored; what cannot be read counts as none. */
export function readRootFiles(stored: unknown): RootFile[] {
  const read = rootFiles.safeParse(stored ?? [])
  return read.success ? read.data : []
}
