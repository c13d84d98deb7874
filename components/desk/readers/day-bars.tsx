import { axisTop } from '@/newsroom/desk/readership'

interface Props {
  /** what the picture says in a sentence, for whoever cannot see it */
  label: string
  /** the oldest first */
  days: { day: string; count: number; title: string }[]
  /** `11-23` */
  nameOf: (day: string) => string
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [720, 180, 48, 8, 24]
const PLOT = { width: WIDTH - LEFT, height: HEIGHT - TOP - BOTTOM }

/** A bar a day over round lines; the table beside it says the same in figures. */
export function DayBars({ label, days, nameOf }: Props) {
  const top = axisTop(Math.max(...days.map(({ count }) => count)))
  const step = PLOT.width / days.length
  const y = (count: number) => TOP + PLOT.height * (1 - count / top)
  const lines = top === 1 ? [0, 1] : [0, top / 2, top]
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full text-12">
      {lines.map((count) => (
        <g key={count}>
          <line x1={LEFT} x2={WIDTH} y1={y(count)} y2={y(count)} className="stroke-line" />
          <text x={LEFT - 8} y={y(count) + 4} textAnchor="end" className="fill-muted tabular-nums">
            {count}
          </text>
        </g>
      ))}
      {days.map(({ day, count, title }, index) => (
        <g key={day}>
          <title>{title}</title>
          <rect
            x={LEFT + step * index + 2}
            width={Math.max(1, step - 4)}
            y={y(count)}
            height={TOP + PLOT.height - y(count)}
            className="fill-ink"
          />
          {index % 7 === days.length % 7 && (
            <text x={LEFT + step * (index + 0.5)} y={HEIGHT - 6} textAnchor="middle" className="fill-muted tabular-nums">
              {nameOf(day)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
