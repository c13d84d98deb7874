import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { LRUCache } from 'lru-cache'
import type { Address, FileFolder } from '@/newsroom/page-address'
import { type Bodies, chooseCoding, encodeBody } from './encodings'
import { FILE_CSP, FOR_ANYONE } from './headers'
import { mimeType } from './mime-types'
import { precondition, refusePart, sendPreconditionFailed, wantedPart } from './precondition'
import { type RemoteMedia, sendRemote } from './remote-media'

export type FileAddress = Extract<Address, { way: 'file' }>

/** Where a picture is: a file of this machine, which may be missing, or bytes that come from object storage. */
export type MediaPlace = { path: string } | RemoteMedia
export type FindMedia = (key: string) => Promise<MediaPlace | null>

/** Where the folders lie; `media` may point anywhere and throws a RangeError on a key that leaves it. */
export interface FileFolders {
  static: string
  islands: string
  public: string
  media: FindMedia
}

interface FoundFile {
  path: string
  sizeBytes: number
  /** of the uncoded bytes, without quotes */
  version: string
}

interface KeptText {
  bodies: Bodies
  /** SHA-256 of the uncoded bytes, hexadecimal: what an address with `v=` begins with (cli/build-islands.ts) */
  hash: string
}

const SMALL_TEXT_BYTES = 200_000
const PICTURE = /^image\/(?:avif|webp|jpeg|png|gif)$/
const CODED = /^(text\/|application\/(json|xml|manifest)|image\/svg)/

/** Streams files; small texts (styles, scripts) are compressed once and sent from memory. */
export class StaticFiles {
  readonly #folders: FileFolders
  readonly #texts = new LRUCache<string, KeptText>({
    maxSize: 16 * 2 ** 20,
    sizeCalculation: ({ bodies: { identity, br, gzip } }) => identity.length + (br?.length ?? 0) + (gzip?.length ?? 0) + 1024,
  })

  constructor(folders: FileFolders) {
    this.#folders = folders
  }

  /** Sends the file; false when there is none. */
  async send(req: IncomingMessage, res: ServerResponse, address: FileAddress): Promise<boolean> {
    const place = await this.#place(address.folder, address.path)
    const file = place && ('path' in place ? await fileAt(place.path) : place)
    if (!file) return false
    const named = mimeType(address.path)
    // The library makes pictures only: whatever else lies there is nobody's to open here.
    const strange = address.folder === 'media' && !PICTURE.test(named)
    const type = strange ? 'application/octet-stream' : named
    const isText = !('open' in file) && file.sizeBytes <= SMALL_TEXT_BYTES && CODED.test(type)
    const text = isText ? await this.#text(file, type) : null
    // An address that means another content than this one must not be kept as if it were that.
    const isFixed = address.versioned || (address.hash !== undefined && text?.hash.startsWith(address.hash) === true)
    const common = [
      'Content-Type',
      type,
      'Cache-Control',
      isFixed ? 'public, max-age=31536000, immutable' : 'public, max-age=60, stale-while-revalidate=600',
      'X-Content-Type-Options',
      'nosniff',
      'Content-Security-Policy',
      FILE_CSP,
      ...(strange ? ['Content-Disposition', 'attachment'] : []),
      ...(address.folder === 'media' || address.folder === 'public' ? FOR_ANYONE : []),
    ]
    if ('open' in file) await sendRemote(req, res, file, common)
    else if (text) sendText(req, res, text, file.version, common)
    else await sendStream(req, res, file, common)
    return true
  }

  async #place(folder: FileFolder, path: string): Promise<MediaPlace | null> {
    try {
      if (folder === 'media') return await this.#folders.media(path)
      const full = await within(this.#folders[folder], path)
      return full === null ? null : { path: full }
    } catch (error) {
      if (error instanceof RangeError || isMissing(error)) return null
      throw error
    }
  }

  async #text(file: FoundFile, type: string): Promise<KeptText> {
    const key = `${file.path}\0${file.version}`
    let text = this.#texts.get(key)
    if (!text) {
      const bytes = await readFile(file.path)
      text = { bodies: await encodeBody(bytes, type), hash: createHash('sha256').update(bytes).digest('hex') }
      this.#texts.set(key, text)
    }
    return text
  }
}

function sendText(req: IncomingMessage, res: ServerResponse, { bodies }: KeptText, version: string, common: string[]): void {
  const wanted = chooseCoding(req.headers['accept-encoding'] as string | undefined)
  const body = bodies[wanted] ?? bodies.identity
  const coding = bodies[wanted] && wanted !== 'identity' ? wanted : null
  const etag = coding ? `"${version}-${coding}"` : `"${version}"`
  const head = [...common, 'Vary', 'Accept-Encoding', 'ETag', etag]
  const met = precondition(req.headers, etag)
  if (met === 412) sendPreconditionFailed(res)
  else if (met === 304) res.writeHead(304, head).end()
  else {
    res.writeHead(200, [...head, ...(coding ? ['Content-Encoding', coding] : []), 'Content-Length', String(body.length)])
    res.end(req.method === 'HEAD' ? undefined : body)
  }
}

async function fileAt(path: string): Promise<FoundFile | null> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return null
    return { path, sizeBytes: found.size, version: `${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}` }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function sendStream(req: IncomingMessage, res: ServerResponse, file: FoundFile, common: string[]): Promise<void> {
  const etag = `"${file.version}"`
  const head = [...common, 'ETag', etag, 'Accept-Ranges', 'bytes']
  const met = precondition(req.headers, etag)
  if (met === 412) return sendPreconditionFailed(res)
  if (met === 304) return void res.writeHead(304, head).end()
  const range = wantedPart(req, etag, file.sizeBytes)
  if (range === 'unsatisfiable') return refusePart(res, file.sizeBytes)
  const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 }
  const part = range ? ['Content-Range', `bytes ${start}-${end}/${file.sizeBytes}`] : []
  res.writeHead(range ? 206 : 200, [...head, ...part, 'Content-Length', String(end - start + 1)])
  if (req.method === 'HEAD' || file.sizeBytes === 0) return void res.end()
  // A visitor who goes away in the middle is no error of ours.
  await pipeline(createReadStream(file.path, { start, end }), res).catch(() => res.destroy())
}

/** The file below a folder, symbolic links resolved; null when the path leads out of it. */
async function within(folder: string, path: string): Promise<string | null> {
  const clean = normalize(path)
  if (clean === '..' || clean.startsWith(`..${sep}`) || clean.startsWith(sep) || clean.includes('\0') || clean.includes('\\'))
    return null
  const root = await realpath(folder)
  const full = await realpath(join(root, clean))
  return full.startsWith(root + sep) ? full : null
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'EISDIR' || code === 'ELOOP'
}

/** The addresses that files in public/ have, islands and hidden files left out. */
export async function listPublicFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, '/'))
  return new Set(
    paths.filter(
      (path) => !path.startsWith('/islands/') && !path.split('/').some((part) => part.startsWith('.') && part !== '.well-known'),
    ),
  )
}
