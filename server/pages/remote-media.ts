import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ByteRange } from './byte-range'
import { precondition, refusePart, sendPreconditionFailed, wantedPart } from './precondition'

/** A picture that lies in object storage. */
export interface RemoteMedia {
  sizeBytes: number
  /** of the bytes, without quotes */
  version: string
  /** all of it, or a part */
  open(part?: ByteRange): Promise<Readable>
}

/** So many pictures are on their way through at once; a crowd is asked to come back rather than to fill the memory. */
const MOST_AT_ONCE = 128
let underWay = 0

/** Passes a picture through, or the part that is asked for, at the visitor's own pace. */
export async function sendRemote(req: IncomingMessage, res: ServerResponse, media: RemoteMedia, common: string[]): Promise<void> {
  const etag = `"${media.version}"`
  const head = [...common, 'ETag', etag, 'Accept-Ranges', 'bytes']
  const met = precondition(req.headers, etag)
  if (met === 412) return sendPreconditionFailed(res)
  if (met === 304) return void res.writeHead(304, head).end()
  const part = wantedPart(req, etag, media.sizeBytes)
  if (part === 'unsatisfiable') return refusePart(res, media.sizeBytes)
  if (underWay >= MOST_AT_ONCE)
    return void res.writeHead(503, ['Retry-After', '1', 'Content-Length', '0', 'Cache-Control', 'no-store']).end()
  underWay++
  try {
    const body = req.method === 'HEAD' ? null : await media.open(part ?? undefined)
    const of = part ? ['Content-Range', `bytes ${part.start}-${part.end}/${media.sizeBytes}`] : []
    const sizeBytes = part ? part.end - part.start + 1 : media.sizeBytes
    res.writeHead(part ? 206 : 200, [...head, ...of, 'Content-Length', String(sizeBytes)])
    if (body === null) return void res.end()
    // A visitor who goes away in the middle is no error of ours.
    await pipeline(body, res).catch(() => res.destroy())
  } finally {
    underWay--
  }
}
