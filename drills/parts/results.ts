import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Drill, type Drilled, TOTALS } from './drill'

export interface Result extends Drilled {
  name: string
  about: string
  seed: number
  /** day of the run */
  date: string
  seconds: number
  /** the drill itself broke off */
  error?: string
}

const PROJECT = join(import.meta.dirname, '..', '..')
/** What the README's table is written from: the last run of each drill that was kept. */
const STORE = join(PROJECT, 'drills', 'results.json')
const MARKS = ['<!-- drills -->', '<!-- /drills -->'] as const

export const isPassed = ({ figures, mustBeZero, error }: Result): boolean =>
  error === undefined && mustBeZero.every((name) => figures[name] === 0)

/** Runs one, whatever becomes of it. */
export async function runDrill(drill: Drill, options: { short: boolean; seed: number; rounds?: number }): Promise<Result> {
  const before = performance.now()
  const { name, about } = drill
  const say = (line: string) => console.log(`  ${name}: ${line}`)
  const drilled = await drill
    .run({ ...options, say })
    .catch((error: Error) => ({ figures: {}, mustBeZero: [], error: error.stack ?? String(error) }))
  const seconds = Math.round((performance.now() - before) / 100) / 10
  return { name, about, seed: options.seed, date: new Date().toISOString().slice(0, 10), seconds, ...drilled }
}

export function printResults(results: Result[]): void {
  for (const result of results) {
    const { name, figures, mustBeZero, skipped = [], seed, date, seconds, error } = result
    console.log(`\n${isPassed(result) ? '✓' : '✗'} ${name}  (${date}, seed ${seed}, ${seconds} s)`)
    const width = Math.max(0, ...Object.keys(figures).map((figure) => figure.length))
    for (const [figure, value] of Object.entries(figures)) {
      const wrong = mustBeZero.includes(figure) && value !== 0 ? '  ✗ must be 0' : ''
      console.log(`    ${figure.padEnd(width)}  ${value.toLocaleString('en')}${wrong}`)
    }
    for (const figure of mustBeZero.filter((figure) => figures[figure] === undefined))
      console.log(`    ✗ ${figure} was not counted`)
    for (const reason of skipped) console.log(`    not tried: ${reason}`)
    if (error) console.log(error)
  }
  console.log(`\n${totalOf(results)}`)
}

/** Keeps these in place of what each of them found before, in the README too. */
export function keepResults(results: Result[]): void {
  const kept: Result[] = existsSync(STORE) ? JSON.parse(readFileSync(STORE, 'utf8')) : []
  const all = new Map([...kept, ...results].map((result) => [result.name, result]))
  const sorted = [...all.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
  writeFileSync(STORE, `${JSON.stringify(sorted, null, 2)}\n`)
  const readme = join(PROJECT, 'README.md')
  writeFileSync(readme, between(readFileSync(readme, 'utf8'), written(sorted)))
}

function totalOf(results: Result[]): string {
  const sums = TOTALS.map((name) => ({
    name,
    counted: results.some(({ figures }) => figures[name] !== undefined),
    sum: results.reduce((sum, { figures }) => sum + (figures[name] ?? 0), 0),
  }))
  return sums
    .filter(({ counted }) => counted)
    .map(({ name, sum }) => `${name} ${sum.toLocaleString('en')}`)
    .join(' · ')
}

function written(results: Result[]): string {
  const rows = results.map(({ name, about, date, seed, figures }) => {
    const found = Object.entries(figures).map(([figure, value]) => `${figure} ${value.toLocaleString('en')}`)
    return `| \`${name}\` | ${about} | ${found.join(' · ')} | ${date}, seed ${seed} |`
  })
  return [`**${totalOf(results)}**`, '', '| drill | what is done | found | when |', '|---|---|---|---|', ...rows].join('\n')
}

function between(text: string, middle: string): string {
  const [begin, end] = MARKS.map((mark) => text.indexOf(mark))
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error(`README.md has no ${MARKS.join(' … ')}`)
  return `${text.slice(0, begin + MARKS[0].length)}\n${middle}\n${text.slice(end)}`
}
