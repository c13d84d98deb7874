import { type Fault, type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import {
  EDGE_BYTES,
  hiddenCode,
  kindOf,
  LARGEST_UPLOAD_BYTES,
  MIME_TYPES,
  MOST_PIXELS,
  type PictureKind,
} from '@/newsroom/desk/picture-file'
import type { StaffActor } from '@/newsroom/desk/staff'
import { inspectPicture, PictureFault, renderFirst } from '@/server/picture'
import { enqueue } from '@/server/queue'
import { CutOff, type ReceivedFile, receiveFile, TooLarge } from '@/server/receive-file'
import { putMediaFile } from '@/server/storage'
import { indexMedia } from './index-media'
import { recordAudit } from './record-audit'
import { restoreMedia } from './restore-media'
import { reviveMedia } from './revive-media'
import { transact } from './transact'

export interface Upload {
  body: ReadableStream<Uint8Array>
  /** what the sender says it is; null: they do not */
  sizeBytes: number | null
  /** as its owner calls it */
  fileName: string
}

export type Uploaded = Outcome<{ media: PickedMedia; isNew: boolean }>

const LONGEST_NAME = 200

/**
 * Takes a picture into the library. What it is, its bytes say, not its name; its id is their hash, so the same file is stored
 * once and answers what is known of it. One size is made at once, the others by a job.
 */
export async function uploadMedia(actor: StaffActor, { body, sizeBytes, fileName }: Upload): Promise<Uploaded> {
  if (!mayAtDesk(actor, 'upload-media')) return refused({ code: 'denied.role' })
  try {
    await using file = await receiveFile(body, { mostBytes: LARGEST_UPLOAD_BYTES, expected: sizeBytes, edgeBytes: EDGE_BYTES })
    const known = await reviveMedia(actor, file.sha256)
    if (known) {
      await restoreMedia(known.id, file.path)
      return { ok: true, media: known, isNew: false }
    }
    const kind = kindOf(file.head)
    if (!kind) return refused(notTaken(file))
    if (hiddenCode(file.head, file.tail)) return refused({ code: 'media.hidden-code' })
    return await add(actor, file, kind, cleanName(fileName))
  } catch (error) {
    return refused(faultOf(error))
  }
}

async function add(actor: StaffActor, file: ReceivedFile, kind: PictureKind, fileName: string): Promise<Uploaded> {
  const id = file.sha256
  const facts = await inspectPicture(file.path, kind)
  const first = await renderFirst(id, file.path, facts)
  const originalKey = `originals/${id.slice(0, 2)}/${id}`
  await putMediaFile(originalKey, file.path)
  const isNew = await transact(async (tx) => {
    const { count } = await tx.media.createMany({
      data: {
        id,
        origin: fileName,
        fileName,
        mimeType: MIME_TYPES[kind],
        originalKey,
        width: facts.width,
        height: facts.height,
        sizeBytes: file.sizeBytes,
        renditions: [{ ...first }],
        state: 'pending',
        uploadedById: actor.id,
      },
      // The same file, sent twice at the same time.
      skipDuplicates: true,
    })
    if (count === 0) return false
    await indexMedia(tx, [id])
    await enqueue(tx, 'media.render', { mediaId: id }, { key: id })
    await recordAudit(tx, actor, { action: 'media.upload', subject: `media:${id}`, label: fileName })
    return true
  })
  const media = await reviveMedia(actor, id)
  if (!media) throw new Error(`the picture ${id} is gone`)
  return { ok: true, media, isNew }
}

const cleanName = (name: string) =>
  name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .slice(-LONGEST_NAME)
    .toWellFormed()

function notTaken({ sizeBytes, head }: ReceivedFile): Fault {
  if (sizeBytes === 0) return { code: 'media.empty' }
  return { code: /^[\s\xef\xbb\xbf]*</.test(head.toString('latin1')) ? 'media.markup' : 'media.kind' }
}

function faultOf(error: unknown): Fault {
  if (error instanceof TooLarge) return { code: 'media.large', params: { most: LARGEST_UPLOAD_BYTES / 2 ** 20 } }
  if (error instanceof CutOff) return { code: 'media.cut-off' }
  if (error instanceof PictureFault) return { code: error.code, params: { most: MOST_PIXELS / 1_000_000 } }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return { code: 'media.no-space' }
  if (code === 'STORAGE_AWAY') return { code: 'media.storage-away' }
  throw error
}
