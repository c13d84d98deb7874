import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { matches } from './respond'

/** A picture that lies in object storage. */
export interface RemoteMedia {
  sizeBytes: number
  /** of the bytes, without quotes */
  version: string
  open(): Promise<Readable>
}

/** So many pictures are on their way through at once; a crowd is asked to come back rather than to fill the memory. */
const MOST_AT_ONCE = 128
let underWay = 0

/** Passes a picture through, at the visitor's own pace. No part of one: pictures are small, and browsers ask for all of it. */
export async function sendRemote(req: IncomingMessage, res: ServerResponse, media: RemoteMedia, common: string[]): Promise<void> {
  const etag = `"${media.version}"`
  const head = [...common, 'ETag', etag]
  if (matches(req.headers['if-none-match'], etag)) return void res.writeHead(304, head).end()
  if (underWay >= MOST_AT_ONCE)
    return void res.writeHead(503, ['Retry-After', '1', 'Content-Length', '0', 'Cache-Control', 'no-store']).end()
  underWay++
  try {
    const body = req.method === 'HEAD' ? null : await media.open()
    res.writeHead(200, [...head, 'Content-Length', String(media.sizeBytes)])
    if (body === null) return void res.end()
    // A visitor who goes away in the middle is no error of ours.
    await pipeline(body, res).catch(() => res.destroy())
  } finally {
    underWay--
  }
}
