import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Rendition } from '@/newsroom/rendition'
import { storeFile } from './store-file'

export interface RenderedPicture {
  /** sha256 of the bytes it came as, hex */
  id: string
  width: number
  height: number
  sizeBytes: number
  /** widest last */
  renditions: Rendition[]
}

const WIDTHS = [240, 480, 768, 1080, 1600]
const WIDEST = 1600
const LONGEST_SECONDS = 60
/** 50 megapixels: any camera's picture, no decompression bomb */
const MOST_PIXELS = 50_000_000
/** None that is drawn when it is read: an SVG of a kilobyte can ask for a minute's work. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff'])

const pictureId = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Makes a picture anew as WebP in the sizes readers need, never larger than it is, and stores those: nothing of the file it
 * came as is kept, neither its metadata nor whatever else may hide in it. Throws with a reason fit for a report; SetupError where
 * nothing can be stored.
 */
export async function renderPicture(bytes: Uint8Array): Promise<RenderedPicture> {
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', sequentialRead: true })
  const { format, autoOrient } = await open().metadata()
  if (!FORMATS.has(format)) throw new Error(`${format} is no picture format a site shows`)
  const id = pictureId(bytes)
  const natural = Math.min(autoOrient.width, WIDEST)
  const renditions: Rendition[] = []
  let sizeBytes = 0
  for (const width of [...WIDTHS.filter((width) => width < natural), natural]) {
    const { data, info } = await open()
      .autoOrient()
      .resize({ width })
      .timeout({ seconds: LONGEST_SECONDS })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const key = `${id.slice(0, 2)}/${id}-${width}.webp`
    await storeFile(key, data)
    renditions.push({ width: info.width, height: info.height, key })
    sizeBytes += data.length
  }
  const { width, height } = renditions.at(-1) ?? { width: natural, height: autoOrient.height }
  return { id, width, height, sizeBytes, renditions }
}
