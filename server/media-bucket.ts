import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, NoSuchKey, NotFound, S3Client } from '@aws-sdk/client-s3'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import type { MediaStore } from './storage'
import type { Bucket } from './storage-url'

const MOST_ATTEMPTS = 3
/** How long each attempt may take until it is answered: one that asks, and one that brings a file along. */
const [ASKED, GIVEN] = [{ requestTimeout: 2_000 }, { requestTimeout: 60_000 }]
/** More than there are visitors with a picture on its way to them (remote-media.ts), each at a pace of their own. */
const MOST_SOCKETS = 256
const CHECK_LIMIT_MS = 2_000
/** What has been there for longer is written once more when it is wanted: whoever looks for forgotten files is to see that. */
const OLD_MS = 3_600_000
const CONTENT_TYPES: Record<string, string> = { webp: 'image/webp', avif: 'image/avif' }

/** The bucket is silent, or refuses; whoever wanted something of it may come again. */
class StorageAway extends Error {
  readonly code = 'STORAGE_AWAY'
}

/** Object storage that speaks S3. Nothing in it is public: the site serves what readers may see. */
export function openBucket({ name, endpoint, region, accessKeyId, secretAccessKey, forcePathStyle }: Bucket): MediaStore {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: MOST_ATTEMPTS,
    requestHandler: {
      ...GIVEN,
      connectionTimeout: ASKED.requestTimeout,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: MOST_SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: MOST_SOCKETS },
    },
    // Most servers that speak S3 know no trailing checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const disk = new Disk(new S3Driver({ client, bucket: name, visibility: 'private', supportsACL: false }))
  const found = async (key: string) => {
    try {
      return await client.send(new HeadObjectCommand({ Bucket: name, Key: key }), ASKED)
    } catch (error) {
      if (isMissing(error)) return null
      throw away(error)
    }
  }
  const has = async (key: string) => (await found(key)) !== null
  const ageMs = async (key: string) => {
    const head = await found(key)
    return head && Date.now() - (head.LastModified?.getTime() ?? 0)
  }
  const isNew = async (key: string) => ((await ageMs(key)) ?? Number.POSITIVE_INFINITY) < OLD_MS
  return {
    has,
    ageMs,
    async put(key, bytes) {
      if (!(await isNew(key))) await disk.put(key, bytes, { contentType: typeOf(key) }).catch(refuse)
    },
    async putFile(key, path) {
      if (await isNew(key)) return
      const contentLength = (await stat(path)).size
      await disk.putStream(key, createReadStream(path), { contentType: typeOf(key), contentLength }).catch(refuse)
    },
    get: async (key) => Buffer.from(await disk.getBytes(key)),
    async check() {
      const { promise, reject } = Promise.withResolvers<never>()
      const timer = setTimeout(() => reject(new Error(`the bucket did not answer in ${CHECK_LIMIT_MS} ms`)), CHECK_LIMIT_MS)
      await Promise.race([has('probe'), promise]).finally(() => clearTimeout(timer))
    },
    remove: async (key) => await disk.delete(key),
    async *list() {
      for (let next: string | undefined; ; ) {
        const { Contents = [], NextContinuationToken } = await client.send(
          new ListObjectsV2Command({ Bucket: name, ...(next && { ContinuationToken: next }) }),
        )
        yield Contents.flatMap(({ Key }) => Key ?? [])
        next = NextContinuationToken
        if (!next) return
      }
    },
    async place(key) {
      const head = await found(key)
      if (!head) return null
      return {
        sizeBytes: head.ContentLength ?? 0,
        version: (head.ETag ?? '').replaceAll('"', ''),
        async open(part) {
          const Range = part && `bytes=${part.start}-${part.end}`
          const command = new GetObjectCommand({ Bucket: name, Key: key, ...(Range && { Range }) })
          const { Body } = await client.send(command, ASKED).catch(refuse)
          if (!(Body instanceof Readable)) throw new Error(`${key} cannot be read from the bucket`)
          return Body
        },
      }
    },
  }
}

const typeOf = (key: string) => CONTENT_TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
const away = (cause: unknown) => new StorageAway(`the bucket: ${String(cause)}`, { cause })
const refuse = (error: unknown): never => {
  throw away(error)
}
const isMissing = (error: unknown) => error instanceof NotFound || error instanceof NoSuchKey
