import sharp from 'sharp'
import { qrCode } from '@/newsroom/qr-code'
import { fillLines, type HeadlineSize, setHeadline } from '@/newsroom/typeset'
import { type CardText, COLOUR, drawing, HEADLINE_LEADING, heightOf, rule, setBlock, setFlush, toPng } from './drawing'
import { measureIn, setLine, typeOf } from './typesetter'

/** 3:4, as phones show and keep it. */
const POSTER = { width: 1080, height: 1440 } as const
const MARGIN = 84
const MEASURE = POSTER.width - 2 * MARGIN
const TOP = 244
const FOOT = 1172
const TEXT = { size: 34, leading: 62 } as const
const CODE_SIDE = 212

const BESIDE_PICTURE: readonly HeadlineSize[] = [
  { size: 64, most: 2 },
  { size: 54, most: 3 },
  { size: 46, most: 4 },
]
const ALONE: readonly HeadlineSize[] = [
  { size: 128, most: 1 },
  { size: 104, most: 2 },
  { size: 84, most: 3 },
  { size: 68, most: 4 },
  { size: 56, most: 6 },
]

export interface PosterText extends CardText {
  /** under the date line: 星期一, 农历 */
  dayLine: string
  /** what the code leads to */
  link: string
  scan: string
  read: string
}

/** A picture cut to 16:9, and what stands under it. */
export interface PosterPicture {
  bytes: Buffer
  credit: string | null
}

export const PICTURE_SIZE = { width: MEASURE, height: Math.round((MEASURE * 9) / 16) } as const

/** A page to keep and pass on: masthead, picture, headline, opening, and a code that leads to the whole text. */
export async function drawPoster(text: PosterText, picture: PosterPicture | null, format: 'png' | 'jpeg'): Promise<Buffer> {
  const svg = drawing(POSTER.width, POSTER.height, [...masthead(text), ...story(text, picture), ...foot(text)])
  if (format === 'png' && !picture) return await toPng(svg)
  const layers = picture ? [{ input: picture.bytes, left: MARGIN, top: TOP }] : []
  const sheet = sharp(svg).composite(layers)
  if (format === 'png') return await sheet.png({ palette: true, colours: 256, effort: 3 }).toBuffer()
  return await sheet.jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}

/** As on the front page: the name between its rules, large and in the middle, the day under it. */
function masthead({ siteName, dayLine }: PosterText): string[] {
  const middle = { x: POSTER.width / 2, anchor: 'middle' } as const
  const name = typeOf(siteName)
  const size = Math.min(76, Math.floor(MEASURE / Math.max(1, measureIn(700)(name))))
  return [
    rule(MARGIN, 60, MEASURE, 1, COLOUR.ink),
    setLine(name, { ...middle, y: 134, size, weight: 700, fill: COLOUR.ink }),
    rule(MARGIN, 162, MEASURE, 4, COLOUR.red),
    rule(MARGIN, 170, MEASURE, 1, COLOUR.red),
    setLine(typeOf(dayLine), { ...middle, y: 212, size: 26, weight: 400, fill: COLOUR.secondary }),
  ]
}

function story(text: PosterText, picture: PosterPicture | null): string[] {
  const plain = { weight: 400, fill: COLOUR.secondary } as const
  let y = TOP + (picture ? PICTURE_SIZE.height + 12 : 28)
  const parts: string[] = []
  const credit = picture?.credit
    ? fillLines(typeOf(picture.credit), { width: MEASURE / 22, measure: measureIn(400) }, 1).lines
    : []
  if (credit.length > 0) {
    parts.push(setBlock(credit, 22, { x: MARGIN, y, leading: 34, ...plain }))
    y += 34
  }
  y += 12
  if (text.category) {
    parts.push(setBlock([typeOf(text.category)], 30, { x: MARGIN, y, leading: 46, weight: 700, fill: COLOUR.red }))
    y += 58
  }
  const headline = setHeadline(typeOf(text.headline), picture ? BESIDE_PICTURE : ALONE, MEASURE, measureIn(700))
  const leading = headline.size * HEADLINE_LEADING
  parts.push(setBlock(headline.lines, headline.size, { x: MARGIN, y, leading, weight: 700, fill: COLOUR.ink }))
  y += heightOf(headline) + 14
  if (text.source) {
    parts.push(setBlock([typeOf(text.source)], 26, { x: MARGIN, y, leading: 44, ...plain }))
    y += 44
  }
  y += 12
  const most = Math.floor((FOOT - 28 - y) / TEXT.leading)
  if (!text.summary || most < 1) return parts
  const { lines } = fillLines(typeOf(text.summary), { width: MEASURE / TEXT.size, measure: measureIn(400) }, most)
  const block = { x: MARGIN, y, leading: TEXT.leading, weight: 400, fill: COLOUR.ink, width: MEASURE } as const
  return [...parts, setFlush(lines, TEXT.size, block)]
}

/** The code on white, and what to do with it. */
function foot({ link, scan, read, host }: PosterText): string[] {
  const { path, side } = qrCode(link)
  const [x, y] = [POSTER.width - MARGIN - CODE_SIDE, FOOT + 24]
  const scale = CODE_SIDE / side
  return [
    rule(MARGIN, FOOT, MEASURE, 1, COLOUR.ink),
    `<rect x="${x}" y="${y}" width="${CODE_SIDE}" height="${CODE_SIDE}" fill="#fff"/>`,
    `<path transform="translate(${x} ${y}) scale(${scale})" shape-rendering="crispEdges" d="${path}"/>`,
    setLine(typeOf(scan), { x: MARGIN, y: FOOT + 102, size: 38, weight: 700, fill: COLOUR.ink }),
    setLine(typeOf(read), { x: MARGIN, y: FOOT + 156, size: 32, weight: 400, fill: COLOUR.ink }),
    setLine(host, { x: MARGIN, y: FOOT + 208, size: 26, weight: 400, fill: COLOUR.secondary }),
  ]
}
