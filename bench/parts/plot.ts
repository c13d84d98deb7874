/** One line of a plot: values over the sizes of all. */
export interface Line {
  name: string
  values: number[]
}

export interface Panel {
  title: string
  unit: string
  lines: Line[]
}

const [WIDTH, HEIGHT, LEFT, TOP, INNER_HEIGHT] = [360, 300, 56, 48, 170]
const INNER_WIDTH = WIDTH - LEFT - 24
const COLOURS = ['#1f5fa8', '#b5482a', '#3c7d4f', '#7a5195']

/** Panels side by side as SVG: sizes along the bottom, each ten times the last at equal steps; values from zero. */
export function plot(sizes: number[], panels: Panel[]): string {
  const drawn = panels.map((panel, index) => `<g transform="translate(${index * WIDTH} 0)">${drawPanel(sizes, panel)}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${panels.length * WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12"><title>随稿件数增长 / growth by articles</title>
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
</svg>
`
}

function drawPanel(sizes: number[], { title, unit, lines }: Panel): string {
  const top = niceTop(Math.max(...lines.flatMap(({ values }) => values)))
  const [low, high] = [Math.log10(sizes[0] ?? 1), Math.log10(sizes.at(-1) ?? 10)]
  const x = (size: number) => round(LEFT + (high > low ? (Math.log10(size) - low) / (high - low) : 0.5) * INNER_WIDTH)
  const y = (value: number) => round(TOP + INNER_HEIGHT * (1 - value / top))
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = y(top * part)
    return `<path d="M${LEFT} ${at}h${INNER_WIDTH}" stroke="#ddd"/><text x="${LEFT - 6}" y="${at + 4}" text-anchor="end" fill="#555">${label(top * part)}</text>`
  })
  const ticks = sizes.map(
    (size) => `<text x="${x(size)}" y="${TOP + INNER_HEIGHT + 18}" text-anchor="middle" fill="#555">${label(size)}</text>`,
  )
  const curves = lines.map(({ name, values }, index) => {
    const colour = COLOURS[index % COLOURS.length]
    const points = values.map((value, place) => [x(sizes[place] ?? 1), y(value)] as const)
    const marks = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`).join('')
    const legend = `<text x="${LEFT + (index % 2) * 150}" y="${TOP + INNER_HEIGHT + 40 + Math.floor(index / 2) * 18}" fill="${colour}">● ${markup(name)}</text>`
    return `<polyline points="${points.map((point) => point.join()).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${marks}${legend}`
  })
  return `<text x="${LEFT}" y="22" font-size="14" fill="#222">${markup(`${title}, ${unit}`)}</text>${grid.join('')}${ticks.join('')}${curves.join('')}`
}

/** 1, 2, 2.5 or 5 times a power of ten, not below. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value || 1))
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= value) ?? 10) * power
}

const round = (value: number) => Math.round(value * 10) / 10
const label = (value: number) =>
  value >= 1e6 ? `${round(value / 1e6)}M` : value >= 10_000 ? `${round(value / 1e3)}k` : String(Number(value.toPrecision(3)))
const markup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
