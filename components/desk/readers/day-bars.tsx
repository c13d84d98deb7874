import { axisTop } from '@/newsroom/desk/readership'

interface Props {
  /** what the picture says in a sentence, for whoever cannot see it */
  label: string
  /** the oldest first */
  days: { day: string; count: number; title: string }[]
  /** `11-23` */
  nameOf: (day: string) => string
}

/** Units of the drawing; it is stretched to its place, the words around it are not. */
const HEIGHT = 100
const BAR = 0.8

/** A bar a day over round lines; the table beside it says the same in figures. */
export function DayBars({ label, days, nameOf }: Props) {
  const top = axisTop(Math.max(...days.map(({ count }) => count)))
  const heightOf = (count: number) => (count / top) * HEIGHT
  const lines = top % 2 === 0 ? [top, top / 2, 0] : [top, 0]
  const named = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1 text-13 text-muted tabular-nums">
      <div aria-hidden="true" className="-my-1.5 flex h-43 flex-col justify-between text-right leading-3">
        {lines.map((count) => (
          <span key={count}>{count}</span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${days.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-40 w-full overflow-visible"
      >
        {lines.map((count) => (
          <line
            key={count}
            x1={0}
            x2={days.length}
            y1={HEIGHT - heightOf(count)}
            y2={HEIGHT - heightOf(count)}
            vectorEffect="non-scaling-stroke"
            className="stroke-line"
          />
        ))}
        {days.map(({ day, count, title }, index) => (
          <g key={day}>
            <title>{title}</title>
            <rect
              x={index + (1 - BAR) / 2}
              width={BAR}
              y={HEIGHT - heightOf(count)}
              height={heightOf(count)}
              className="fill-ink"
            />
          </g>
        ))}
      </svg>
      <div aria-hidden="true" className="col-start-2 flex justify-between">
        {named.map((each) => each && <span key={each.day}>{nameOf(each.day)}</span>)}
      </div>
    </div>
  )
}
