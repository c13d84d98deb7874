import { spawn } from 'node:child_process'

export interface Outcome {
  passed: number
  failed: number
  /** shown when something failed */
  output: string
  /** said in place of the counts */
  note?: string
}

export interface Step {
  name: string
  run(): Promise<Outcome>
}

const MOST_MS = 30 * 60_000

/** Runs all steps, whatever becomes of each, and says what became of it; answers the sums. */
export async function runSteps(steps: Step[]): Promise<{ passed: number; failed: number }> {
  const sum = { passed: 0, failed: 0 }
  for (const { name, run } of steps) {
    const before = performance.now()
    const { passed, failed, output, note }: Outcome = await run().catch((error: Error) => ({
      passed: 0,
      failed: 1,
      output: error.stack ?? String(error),
    }))
    sum.passed += passed
    sum.failed += failed
    const seconds = ((performance.now() - before) / 1000).toFixed(1)
    const counts = note ?? (passed + failed === 1 ? '' : `${passed} passed, ${failed} failed`)
    if (failed > 0 && output) console.log(`\n${output.trimEnd()}\n`)
    console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${`${seconds} s`.padStart(8)}  ${counts}`.trimEnd())
  }
  return sum
}

/** A step that counts as one test. */
export function oneTest(name: string, check: () => Promise<void>): Step {
  const run = async () => {
    await check()
    return { passed: 1, failed: 0, output: '' }
  }
  return { name, run }
}

/** A program of `node_modules` that counts as one test: it ends with 0. */
export function program(name: string, script: string, args: string[]): Step {
  return {
    name,
    async run() {
      const { code, output } = await runNode([script, ...args])
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
    },
  }
}

/** Runs this Node with its standard output and error taken together. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: MOST_MS })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
