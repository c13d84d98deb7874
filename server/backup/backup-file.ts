import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { SetupError } from '@/server/setup-error'
import { END_NAME, MOST_ENTRY_BYTES } from './backup-format'
import { EntryHash } from './entry-hash'

/**
 * Behind the compressed bytes stands their sha256, in a frame that zstd's own tools pass over (RFC 8878 §3.1.2): a cut that takes
 * only the last bytes would else go unseen.
 */
const SKIPPED_MAGIC = 0x184d2a50
const TRAILER_BYTES = 40

function trailerOf(digest: Buffer): Buffer {
  const trailer = Buffer.alloc(TRAILER_BYTES)
  trailer.writeUInt32LE(SKIPPED_MAGIC, 0)
  trailer.writeUInt32LE(digest.length, 4)
  digest.copy(trailer, 8)
  return trailer
}

export interface WrittenFile {
  sizeBytes: number
  /** as `sha256sum` says it */
  sha256: string
}

/** A backup being written, beside its name until it is whole. */
export class BackupWriter {
  readonly hash = new EntryHash()
  readonly #pack = pack()
  readonly #file: string
  readonly #draft: string
  readonly #mtime: Date
  readonly #fileHash = createHash('sha256')
  #sizeBytes = 0
  readonly #written: Promise<void>
  #fault: Error | null = null
  #onFault: (error: Error) => void = () => {}

  constructor(file: string, mtime: Date) {
    this.#file = file
    this.#draft = `${file}.part`
    this.#mtime = mtime
    const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 }
    const count = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.#fileHash.update(chunk)
        this.#sizeBytes += chunk.length
        done(null, chunk)
      },
      flush: (done) => {
        const trailer = trailerOf(this.#fileHash.copy().digest())
        this.#fileHash.update(trailer)
        this.#sizeBytes += trailer.length
        done(null, trailer)
      },
    })
    // Passwords' hashes and the site's secrets are in it: for its owner's eyes only.
    const target = createWriteStream(this.#draft, { mode: 0o600, flags: 'w' })
    this.#written = pipeline(this.#pack, createZstdCompress({ params }), count, target)
    this.#written.catch((error: Error) => {
      this.#fault = error
      this.#onFault(error)
    })
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    this.hash.add(name, bytes)
    await this.#put(name, bytes)
  }

  /** Writes the last entry, and gives the file its name. */
  async end(text: string): Promise<WrittenFile> {
    await this.#put(END_NAME, Buffer.from(text))
    this.#pack.finalize()
    await this.#written
    const handle = await open(this.#draft, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(this.#draft, this.#file)
    return { sizeBytes: this.#sizeBytes, sha256: this.#fileHash.digest('hex') }
  }

  /** Leaves nothing behind. */
  async giveUp(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => {})
    await rm(this.#draft, { force: true })
  }

  async #put(name: string, bytes: Buffer): Promise<void> {
    if (this.#fault) throw this.#fault
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    // A full disk is told to the file, not to its entries.
    this.#onFault = reject
    this.#pack.entry({ name, size: bytes.length, mode: 0o600, mtime: this.#mtime }, bytes, (error) =>
      error ? reject(error) : resolve(),
    )
    await promise
  }
}

export interface BackupEntry {
  name: string
  bytes: Buffer
}

const ZSTD_MAGIC = 0xfd2fb528

/** All entries of a backup, one after the other. Throws SetupError where the file is none, is cut off or damaged. */
export async function* readBackupFile(file: string, onBytes?: (done: number) => void): AsyncGenerator<BackupEntry> {
  const { length, digest } = await readTrailer(file)
  const source = createReadStream(file, { end: length - 1 })
  const hash = createHash('sha256')
  source.on('data', (chunk) => {
    hash.update(chunk)
    onBytes?.(source.bytesRead)
  })
  const entries = extract()
  let last: BackupEntry | null = null
  const reading = pipeline(source, createZstdDecompress(), entries).catch((error: Error) => void entries.destroy(error))
  try {
    for await (const entry of entries) {
      const { name, size = 0 } = entry.header
      if (size > MOST_ENTRY_BYTES) throw new Error(`${name} has ${size} bytes`)
      const chunks: Buffer[] = []
      for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk)
      if (last) throw new Error(`${name} follows the end`)
      const read = { name, bytes: Buffer.concat(chunks) }
      if (name === END_NAME) last = read
      else yield read
    }
    await reading
    // Only now is it known what all of it is worth.
    if (!last) throw new Error(`${END_NAME} is missing`)
    if (!hash.digest().equals(digest)) throw new Error('the hash of the file is another')
    yield last
  } catch (error) {
    throw broken(file, (error as Error).message)
  } finally {
    source.destroy()
    await reading
  }
}

export const broken = (file: string, reason: string): SetupError =>
  new SetupError(`${file} 已损坏或不完整，没有改动任何数据 / is damaged or cut off, nothing was changed: ${reason}`)

/** Whether the bytes are those that were written, whatever they say. */
export async function isWhole(file: string): Promise<boolean> {
  const { length, digest } = await readTrailer(file)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { end: length - 1 }), hash)
  return hash.digest().equals(digest)
}

/** Where the compressed bytes end, and their hash. */
async function readTrailer(file: string): Promise<{ length: number; digest: Buffer }> {
  const found = await stat(file).catch((error: Error) => {
    throw new SetupError(`无法读取备份文件 / the backup cannot be read: ${error.message}`)
  })
  const [start, end] = [Buffer.alloc(4), Buffer.alloc(TRAILER_BYTES)]
  const length = found.size - TRAILER_BYTES
  if (found.isFile()) {
    const handle = await open(file)
    try {
      await handle.read(start, 0, 4, 0)
      if (length > 0) await handle.read(end, 0, TRAILER_BYTES, length)
    } finally {
      await handle.close()
    }
  }
  if (start.readUInt32LE() !== ZSTD_MAGIC)
    throw new SetupError(`${file} 不是 Broadsheet 的备份文件 / is no backup that Broadsheet made`)
  const digest = end.subarray(8)
  if (!trailerOf(digest).equals(end)) throw broken(file, 'its end is missing')
  return { length, digest }
}
