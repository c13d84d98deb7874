import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { browserEnv } from './browser'
import { type Outcome, runNode, type Step } from './steps'

const REPORTS = 'reports'

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** Tests in Vitest, of these projects. */
export function vitestStep(name: string, ...projects: ('unit' | 'database' | 'built')[]): Step {
  return {
    name,
    async run() {
      const report = join(REPORTS, `vitest-${projects.join('-')}.json`)
      const args = [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]
      return await counted(
        args,
        report,
        {},
        (read: VitestReport) => {
          // A file that does not even load has failed without a test that could say so.
          const unloaded = read.testResults.filter(
            ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
          )
          return { passed: read.numPassedTests, failed: read.numFailedTests + unloaded.length }
        },
        projects.map((project) => `--project=${project}`),
      )
    },
  }
}

/** Tests in a browser, on the real site. */
export function playwrightStep(): Step {
  return {
    name: 'in a browser',
    async run() {
      const report = join(REPORTS, 'playwright.json')
      const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' }
      return await counted(args, report, env, ({ stats, errors }: PlaywrightReport) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected + errors.length,
      }))
    },
  }
}

/** The short form of every drill, on the build that is there. */
export function drillStep(): Step {
  return {
    name: 'drills',
    async run() {
      const report = join(REPORTS, 'drills.json')
      const args = ['--import', 'tsx', join('drills', 'parts', 'run.ts'), '--short', '--report', report]
      return await counted(args, report, { ...browserEnv() }, (read: { passed: number; failed: number }) => read)
    },
  }
}

/** A program that writes a report; one that fails with a report in which nothing failed counts as one failure. */
async function counted<Report>(
  args: string[],
  report: string,
  env: Record<string, string>,
  count: (report: Report) => { passed: number; failed: number },
  more: string[] = [],
): Promise<Outcome> {
  await rm(report, { force: true })
  const { code, output } = await runNode([...args, ...more], { ...process.env, ...env })
  const read = await readFile(report, 'utf8')
    .then((text) => JSON.parse(text) as Report)
    .catch(() => null)
  const { passed, failed } = read ? count(read) : { passed: 0, failed: 0 }
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output }
}
