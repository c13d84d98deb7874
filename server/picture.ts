import sharp, { type Sharp } from 'sharp'
import { MOST_PIXELS, type PictureKind } from '@/newsroom/desk/picture-file'
import type { Rendition } from '@/newsroom/rendition'
import { putMedia } from './storage'

/** In both formats, as wide as the picture allows. */
const WIDTHS = [320, 480, 640, 960, 1280, 1920]
/** The first one, made at once: what the editor shows. */
const FIRST_WIDTH = 1280
const LONGEST_SECONDS = 60
/** Pixels that a frame of a moving picture counts for at least: a hundred thousand of one pixel each are work, too. */
const LEAST_FRAME = 50_000
const QUALITY = { webp: 80, avif: 55 }

/** Why a file is no picture for us; `code` is a text of faults.json. */
export class PictureFault extends Error {
  constructor(
    readonly code: 'media.damaged' | 'media.pixels' | 'media.kind',
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

export interface PictureFacts {
  width: number
  height: number
  /** GIF and WebP can move */
  moves: boolean
}

type Source = string | Buffer
const open = (source: Source, moves: boolean) =>
  sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, animated: moves })

let last: Promise<unknown> = Promise.resolve()

/** One picture is decoded at a time in a process: that bounds its memory, whatever is sent. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work)
  last = mine.catch(() => {})
  return await mine
}

/** What a file says of itself, nothing of it decoded. Throws PictureFault. */
export async function inspectPicture(source: Source, kind: PictureKind): Promise<PictureFacts> {
  const told = await sharp(source, { limitInputPixels: false, animated: true })
    .metadata()
    .catch((error: unknown) => {
      throw new PictureFault('media.damaged', { cause: error })
    })
  if (told.format !== (kind === 'avif' ? 'heif' : kind)) throw new PictureFault('media.kind')
  const { pages = 1, autoOrient } = told
  const height = told.pageHeight ?? autoOrient.height
  if (Math.max(autoOrient.width * height, LEAST_FRAME) * pages > MOST_PIXELS) throw new PictureFault('media.pixels')
  return { width: autoOrient.width, height, moves: pages > 1 && kind !== 'avif' }
}

/** The size that is made at once. Decodes the whole file, so what is damaged shows. Throws PictureFault. */
export async function renderFirst(id: string, source: Source, { width, moves }: PictureFacts): Promise<Rendition> {
  const size = Math.min(width, FIRST_WIDTH)
  return await decoding(() => write(id, open(source, moves).autoOrient(), { width: size, format: 'webp', moves }))
}

/** All sizes; those that are there already are not written again. A moving picture has fewer, and none in AVIF. */
export async function renderAll(id: string, source: Source, facts: PictureFacts): Promise<Rendition[]> {
  const widest = Math.min(facts.width, WIDTHS.at(-1) ?? facts.width)
  const widths = [...WIDTHS.filter((width) => width < widest), widest]
  if (facts.moves) return await renderMoving(id, source, Math.min(facts.width, FIRST_WIDTH))
  return await decoding(async () => {
    // Decoded and turned once; everything else is made of the widest, as raw pixels.
    const { data, info } = await open(source, false)
      .autoOrient()
      .resize({ width: widest })
      .timeout({ seconds: LONGEST_SECONDS })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const made: Rendition[] = []
    for (const format of ['webp', 'avif'] as const) {
      for (const width of widths) made.push(await write(id, sharp(data, { raw }), { width, format, moves: false }))
    }
    return made
  })
}

async function renderMoving(id: string, source: Source, widest: number): Promise<Rendition[]> {
  const widths = [480, widest].filter((width, index) => index === 1 || width < widest)
  return await decoding(async () => {
    const made: Rendition[] = []
    for (const width of widths) made.push(await write(id, open(source, true), { width, format: 'webp', moves: true }))
    return made
  })
}

interface Wanted {
  width: number
  format: 'webp' | 'avif'
  moves: boolean
}

/** All that a file holds beside its pixels (places, devices, names) is left behind: sharp writes none of it. */
async function write(id: string, picture: Sharp, { width, format, moves }: Wanted): Promise<Rendition> {
  const { data, info } = await picture
    .resize({ width })
    .timeout({ seconds: LONGEST_SECONDS })
    .toFormat(format, { quality: QUALITY[format], effort: moves ? 2 : 4 })
    .toBuffer({ resolveWithObject: true })
  const key = `${id.slice(0, 2)}/${id}-${info.width}.${format}`
  await putMedia(key, data)
  return { width: info.width, height: info.pageHeight ?? info.height, key }
}

async function decoding<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await inTurn(work)
  } catch (error) {
    if (isOfStorage(error)) throw error
    throw new PictureFault('media.damaged', { cause: error })
  }
}

/** A full disk or a bucket that is away is no fault of the picture. */
const isOfStorage = (error: unknown) => error instanceof Error && ('code' in error || '$metadata' in error)
