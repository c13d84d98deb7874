import { fillLines, type HeadlineSize, setHeadline } from '@/newsroom/typeset'
import { type CardText, COLOUR, drawing, HEADLINE_LEADING, heightOf, rule, setBlock, toPng } from './drawing'
import { measureIn, setLine, typeOf } from './typesetter'

const WIDE: readonly HeadlineSize[] = [
  { size: 96, most: 2 },
  { size: 80, most: 3 },
  { size: 66, most: 4 },
  { size: 54, most: 5 },
]
const SQUARE: readonly HeadlineSize[] = [
  { size: 66, most: 4 },
  { size: 56, most: 5 },
  { size: 48, most: 6 },
  { size: 40, most: 7 },
]

/** 1200×630: the paper's name over its red rule, the headline, what leads into it where there is room, source and date. PNG. */
export async function drawWideCard(text: CardText): Promise<Buffer> {
  const [width, height, margin] = [1200, 630, 84]
  const measure = width - 2 * margin
  const [top, bottom] = [136, height - 104]
  const headline = setHeadline(typeOf(text.headline), WIDE, measure, measureIn(700))
  const room = bottom - top - heightOf(headline)
  const summary = summaryFor(text.summary, { room, width: measure, size: 32, leading: 52 })
  const kicker =
    text.kicker && room > 110 ? fillLines(typeOf(text.kicker), { width: measure / 32, measure: measureIn(400) }, 1).lines : []
  const over = kicker.length > 0 ? 60 : 0
  const under = summary.length > 0 ? 24 + summary.length * 52 : 0
  const y = top + Math.round((bottom - top - over - heightOf(headline) - under) / 2)
  const plain = { weight: 400, fill: COLOUR.secondary } as const
  return await toPng(
    drawing(width, height, [
      setLine(typeOf(text.siteName), { x: margin, y: 88, size: 42, weight: 700, fill: COLOUR.ink }),
      setLine(typeOf(text.category ?? ''), { x: width - margin, y: 87, size: 30, weight: 700, fill: COLOUR.red, anchor: 'end' }),
      rule(margin, 114, measure, 4, COLOUR.red),
      rule(margin, 122, measure, 1, COLOUR.red),
      setBlock(kicker, 32, { x: margin, y, leading: 48, ...plain }),
      setBlock(headline.lines, headline.size, {
        x: margin,
        y: y + over,
        leading: headline.size * HEADLINE_LEADING,
        weight: 700,
        fill: COLOUR.ink,
      }),
      setBlock(summary, 32, { x: margin, y: y + over + heightOf(headline) + 24, leading: 52, ...plain }),
      rule(margin, height - 92, measure, 1, COLOUR.hairline),
      setLine(typeOf(text.source ?? text.host), { x: margin, y: height - 42, size: 28, ...plain }),
      setLine(typeOf(text.date), { x: width - margin, y: height - 42, size: 28, anchor: 'end', ...plain }),
    ]),
  )
}

/** 600×600, for the small square beside a link in WeChat and QQ. PNG. */
export async function drawSquareCard(text: CardText): Promise<Buffer> {
  const [side, margin] = [600, 44]
  const measure = side - 2 * margin
  const [top, bottom] = [100, side - 74]
  const headline = setHeadline(typeOf(text.headline), SQUARE, measure, measureIn(700))
  const y = top + Math.round((bottom - top - heightOf(headline)) / 2)
  const plain = { weight: 400, size: 24, fill: COLOUR.secondary } as const
  return await toPng(
    drawing(side, side, [
      setLine(typeOf(text.siteName), { x: margin, y: 66, size: 34, weight: 700, fill: COLOUR.ink }),
      rule(margin, 86, measure, 4, COLOUR.red),
      setBlock(headline.lines, headline.size, {
        x: margin,
        y,
        leading: headline.size * HEADLINE_LEADING,
        weight: 700,
        fill: COLOUR.ink,
      }),
      rule(margin, side - 68, measure, 1, COLOUR.hairline),
      setLine(typeOf(text.date), { x: side - margin, y: side - 32, anchor: 'end', ...plain }),
      setLine(shortSource(text, measure - 190), { x: margin, y: side - 32, ...plain }),
    ]),
  )
}

function shortSource({ source, category, host }: CardText, width: number): string {
  return fillLines(typeOf(source ?? category ?? host), { width: width / 24, measure: measureIn(400) }, 1).lines[0] ?? ''
}

interface Room {
  room: number
  width: number
  size: number
  leading: number
}

/** Two lines under a headline that leaves room for them; a single word alone is no line. */
function summaryFor(summary: string | null, { room, width, size, leading }: Room): string[] {
  const most = Math.min(2, Math.floor((room - 90) / leading))
  if (!summary || most < 1) return []
  return fillLines(typeOf(summary), { width: width / size, measure: measureIn(400) }, most).lines
}
