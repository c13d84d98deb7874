import sharp from 'sharp'
import type { SetHeadline } from '@/newsroom/typeset'
import { setLine, type Weight } from './typesetter'

/** Paper, ink, one red: the light theme of the site (app/(site)/styles/theme.css). */
export const COLOUR = { paper: '#fdfcf9', ink: '#1a1a18', secondary: '#5c5a55', hairline: '#dcd8cf', red: '#a8201a' } as const

/** What is set on cards and posters. */
export interface CardText {
  siteName: string
  /** without https:// */
  host: string
  headline: string
  kicker: string | null
  category: string | null
  source: string | null
  date: string
  /** standfirst or opening */
  summary: string | null
}

export const rule = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

interface Block {
  x: number
  /** of the top */
  y: number
  weight: Weight
  fill: string
  /** px from line to line */
  leading: number
}

/** Where the baseline lies in a line of that height: Han stand 0.88 em above it and 0.12 below. */
const baseline = (size: number, leading: number) => leading / 2 + size * 0.38

/** Lines under each other, set left. */
export function setBlock(lines: readonly string[], size: number, { x, y, leading, weight, fill }: Block): string {
  return lines
    .map((text, index) => setLine(text, { x, y: y + leading * index + baseline(size, leading), size, weight, fill }))
    .join('')
}

/** Running text that ends flush, its last line excepted. */
export function setFlush(lines: readonly string[], size: number, block: Block & { width: number }): string {
  const { x, y, leading, weight, fill, width } = block
  return lines
    .map((text, index) => {
      const last = index === lines.length - 1
      const at = { x, y: y + leading * index + baseline(size, leading), size, weight, fill }
      return setLine(text, last ? at : { ...at, spread: width })
    })
    .join('')
}

export const HEADLINE_LEADING = 1.32
export const heightOf = ({ lines, size }: SetHeadline) => Math.round(lines.length * size * HEADLINE_LEADING)

export function drawing(width: number, height: number, parts: string[]): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rule(0, 0, width, height, COLOUR.paper)}${parts.join('')}</svg>`,
  )
}

/** Type alone needs few colours: a third of the bytes, nothing to be seen. */
export const toPng = async (svg: Buffer): Promise<Buffer> =>
  await sharp(svg).png({ palette: true, colours: 64, effort: 3 }).toBuffer()
