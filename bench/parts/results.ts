import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'

/** A figure that something is aimed at. */
export interface Aim {
  what: string
  value: number
  unit: string
  aim: number
  /** `most`: met by this or less; `least`: by this or more */
  is: 'most' | 'least'
}

export type Row = Record<string, string | number | null>

/** What a benchmark found, in the words of its report. */
export interface Found {
  /** what was measured, in a sentence or two */
  about: string
  aims?: Aim[]
  tables?: { title: string; rows: Row[] }[]
  /** pictures beside RESULTS.md, by file name */
  plots?: string[]
}

interface Result extends Found {
  name: string
  date: string
  machine: string
}

const FOLDER = join(import.meta.dirname, '..')
/** What RESULTS.md is written from. */
const STORE = join(FOLDER, 'results.json')
const ORDER = ['start', 'pages', 'growth', 'publish', 'edge', 'click', 'lighthouse', 'import', 'search', 'desk-list', 'machines']

/** Prints what was found; with `keep` it takes the place of what was found before, in RESULTS.md too. */
export function report(name: string, found: Found, keep: boolean): void {
  for (const { title, rows } of found.tables ?? []) {
    console.log(`\n${title}`)
    console.table(rows)
  }
  for (const aim of found.aims ?? []) console.log(`${isMet(aim) ? '✓' : '✗'} ${sentence(aim)}`)
  if (!keep) return
  const results = { ...stored(), [name]: { name, date: new Date().toISOString().slice(0, 16), machine: machine(), ...found } }
  writeFileSync(STORE, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(join(FOLDER, 'RESULTS.md'), written(results))
  console.log('→ bench/RESULTS.md')
}

/** All aims that were measured, newest figures first of all. */
export function printAims(): void {
  console.table(aimRows(stored()))
}

function stored(): Record<string, Result> {
  return existsSync(STORE) ? (JSON.parse(readFileSync(STORE, 'utf8')) as Record<string, Result>) : {}
}

function machine(): string {
  const [first] = cpus()
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: FOLDER, encoding: 'utf8' }).stdout?.trim()
  const load = loadavg()[0]?.toFixed(1)
  return `${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}; load ${load} at the end${commit ? `; ${commit}` : ''}`
}

const isMet = ({ value, aim, is }: Aim) => (is === 'most' ? value <= aim : value >= aim)

function sentence(aim: Aim): string {
  return `${aim.what}: ${aim.value} ${aim.unit} (aim ${aim.is === 'most' ? '≤' : '≥'} ${aim.aim}; ${distance(aim)})`.replace(
    '  ',
    ' ',
  )
}

/** How far from the aim, in hundredths of it. */
function distance(aim: Aim): string {
  const off = Math.round((100 * Math.abs(aim.value - aim.aim)) / aim.aim)
  return isMet(aim) ? `met, ${off} % to spare` : `missed by ${off} %`
}

function aimRows(results: Record<string, Result>): Row[] {
  return ordered(results).flatMap(({ name, date, aims = [] }) =>
    aims.map((aim) => ({
      what: aim.what,
      measured: `${aim.value} ${aim.unit}`.trim(),
      aim: `${aim.is === 'most' ? '≤' : '≥'} ${aim.aim} ${aim.unit}`.trim(),
      how: `${isMet(aim) ? '✓' : '✗'} ${distance(aim)}`,
      by: name,
      date: date.slice(0, 10),
    })),
  )
}

function ordered(results: Record<string, Result>): Result[] {
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)
  return Object.values(results).sort((one, other) => place(one.name) - place(other.name))
}

function written(results: Record<string, Result>): string {
  const parts = ordered(results).map(({ name, date, machine, about, aims = [], tables = [], plots = [] }) =>
    [
      `## ${name}`,
      `${date.replace('T', ' ')} UTC; ${machine}`,
      about,
      ...aims
        .map((aim) => `- ${isMet(aim) ? '✓' : '✗'} ${sentence(aim)}`)
        .join('\n')
        .split('\n\n')
        .filter(Boolean),
      ...tables.flatMap(({ title, rows }) => [`**${title}**`, markdown(rows)]),
      ...plots.map((file) => `![${file}](${file})`),
    ].join('\n\n'),
  )
  const head = [
    '# Results',
    'Written by the benchmarks themselves (`npm run bench`; [README.md](README.md) says what each measures). What stands here is the last run of each.',
    '## Aims',
    markdown(aimRows(results)),
  ]
  return `${[...head, ...parts].join('\n\n')}\n`
}

function markdown(rows: Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const line = (cells: unknown[]) => `| ${cells.map((cell) => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  return [line(names), line(names.map(() => '---')), ...rows.map((row) => line(names.map((name) => row[name])))].join('\n')
}
