// What `npm run drill` runs: the drills named, else all; ends with 1 when one of them found a fault.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Drill } from './drill'
import { isPassed, keepResults, printResults, type Result, runDrill } from './results'

const USAGE = 'npm run drill [-- NAME… --rounds N --seed N --short --write]'
/** The short form is part of the tests: what it finds today it finds tomorrow. New dice are thrown in full. */
const SHORT_SEED = 1
const FOLDER = join(import.meta.dirname, '..')

const all = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const { names, isNamed, rounds, seed, short, write, report } = options()
const results: Result[] = []
for (const name of names) {
  console.log(`\n── ${name} ──`)
  const { drill } = (await import(join(FOLDER, `${name}.ts`))) as { drill: Drill }
  if (short && !isNamed && drill.isLong) {
    console.log(`  too long for here: npm run drill -- ${name} --short`)
    continue
  }
  results.push(await runDrill(drill, { short, seed, ...(rounds === undefined ? {} : { rounds }) }))
}
printResults(results)
if (write) keepResults(results)
const failed = results.filter((result) => !isPassed(result)).length
if (report) writeFileSync(report, JSON.stringify({ passed: results.length - failed, failed }))
process.exit(failed > 0 ? 1 : 0)

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        seed: { type: 'string' },
        short: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        report: { type: 'string' },
      },
    })
    const unknown = positionals.filter((name) => !all.includes(name))
    if (unknown.length > 0) throw new Error(`there is no drill ${unknown.join(', ')}`)
    const seed = numberOf('seed', values.seed) ?? (values.short ? SHORT_SEED : Math.floor(Math.random() * 1e6))
    return {
      ...values,
      names: positionals.length > 0 ? positionals : all,
      isNamed: positionals.length > 0,
      seed,
      rounds: numberOf('rounds', values.rounds),
    }
  } catch (error) {
    console.error(`${(error as Error).message}\n用法 / usage: ${USAGE}\n  ${all.join(' | ')}`)
    process.exit(1)
  }
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`)
  return Number(text)
}
