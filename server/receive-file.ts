import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from './config'

export interface ReceivedFile {
  path: string
  sizeBytes: number
  /** of its bytes, hex */
  sha256: string
  /** how it begins and how it ends */
  head: Buffer
  tail: Buffer
  /** Removes it. */
  [Symbol.asyncDispose](): Promise<void>
}

/** More bytes than were agreed on. */
export class TooLarge extends Error {}
/** It ended before it was all there. */
export class CutOff extends Error {}

const FORGOTTEN_MS = 3_600_000

/**
 * Writes what is sent to a file of its own, piece by piece: of however much, only a piece is in memory at a time. `expected` is
 * what the sender said it would be; null: they did not.
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array>,
  { mostBytes, expected, edgeBytes }: { mostBytes: number; expected: number | null; edgeBytes: number },
): Promise<ReceivedFile> {
  if (expected !== null && expected > mostBytes) throw new TooLarge()
  const path = join(await incomingFolder(), randomUUID())
  const dispose = async () => await rm(path, { force: true })
  const hash = createHash('sha256')
  let [sizeBytes, head, tail] = [0, Buffer.alloc(0), Buffer.alloc(0)]
  const file = await open(path, 'wx')
  try {
    for await (const piece of body) {
      sizeBytes += piece.length
      if (sizeBytes > mostBytes) throw new TooLarge()
      hash.update(piece)
      if (head.length < edgeBytes) head = Buffer.concat([head, piece.subarray(0, edgeBytes - head.length)])
      tail = Buffer.concat([tail, piece]).subarray(-edgeBytes)
      await file.writeFile(piece)
    }
    if (expected !== null && sizeBytes < expected) throw new CutOff()
  } catch (error) {
    await file.close()
    await dispose()
    throw error
  }
  await file.close()
  return { path, sizeBytes, sha256: hash.digest('hex'), head, tail, [Symbol.asyncDispose]: dispose }
}

/** The folder they arrive in, without what a killed process left there. */
async function incomingFolder(): Promise<string> {
  const folder = join(config().DATA_DIR, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > FORGOTTEN_MS) await rm(join(folder, name), { force: true })
  }
  return folder
}
