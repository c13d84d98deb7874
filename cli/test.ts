// `npm test`: every check and every test, those in a browser on the real site too. Runs to its end whatever fails.
import { readdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stopEmbeddedPostgres } from '@/server/embedded-postgres'
import { bringBrowser } from './browser'
import { buildSite } from './build'
import { checkSteps, prerenderedRoutes } from './check-steps'
import { oneTest, runSteps } from './steps'
import { releaseSteps } from './supply-steps'
import { drillStep, playwrightStep, vitestStep } from './test-steps'

/** Where each run in a browser keeps its data, in a folder of its own (e2e/site.ts). */
const E2E_DATA = join('.data', 'e2e')

await clearEndedRuns()
const { passed, failed } = await runSteps([
  ...checkSteps(),
  ...releaseSteps(),
  vitestStep('unit and database tests', 'unit', 'database'),
  oneTest('production build', async () => void (await buildSite(() => {}))),
  prerenderedRoutes(),
  oneTest('a browser', bringBrowser),
  drillStep(),
  vitestStep('the built site', 'built'),
  playwrightStep(),
])
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

/** A run that was killed leaves its database server and files behind. */
async function clearEndedRuns(): Promise<void> {
  for (const name of await readdir(E2E_DATA).catch(() => [])) {
    const dataDir = join(E2E_DATA, name)
    await stopEmbeddedPostgres(dataDir, { ifUnused: false })
    const database = await realpath(join(dataDir, 'postgres')).catch(() => dataDir)
    for (const path of [database, dataDir]) await rm(path, { recursive: true, force: true })
  }
}
