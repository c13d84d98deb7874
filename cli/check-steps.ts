import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { embeddedDatabaseUrl } from '@/server/database-url'
import { schemaDrift } from '@/server/migrations'
import { prepareTestServer, TEST_DATA_DIR } from '@/server/test-database'
import { buildIslands } from './build-islands'
import { oneTest, program, type Step } from './steps'
import { supplySteps } from './supply-steps'

/** What Next may prerender: its own two pages. Anything else would be kept by Next and never hear of a change. */
const CONSTANT_ROUTES = ['/_global-error', '/_not-found']

/** All that can be said of the code without running it, in the order of how often it says something. */
export function checkSteps(): Step[] {
  return [
    oneTest('islands', async () => void (await buildIslands())),
    program('format, lint, rooms', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '--colors=off', '.']),
    program('types of routes', 'node_modules/next/dist/bin/next', ['typegen']),
    program('types', 'node_modules/typescript/bin/tsc', ['--noEmit', '--pretty', 'false']),
    program('dead code', 'node_modules/knip/bin/knip.js', []),
    ...supplySteps(),
    oneTest('migrations', migrationsLeadToSchema),
    prerenderedRoutes(),
  ]
}

async function migrationsLeadToSchema(): Promise<void> {
  const server = await prepareTestServer()
  try {
    const drift = await schemaDrift(embeddedDatabaseUrl(TEST_DATA_DIR))
    if (drift !== null)
      throw new Error(`prisma/schema.prisma says more than prisma/migrations (npm run migrate -- dev NAME):\n${drift}`)
  } finally {
    await server.release()
  }
}

/** Of the build that is there, if any. */
export function prerenderedRoutes(): Step {
  return oneTest('no prerendered page', async () => {
    const file = await readFile(join('.next', 'prerender-manifest.json'), 'utf8').catch(() => null)
    if (file === null) return
    const { routes } = JSON.parse(file) as { routes: Record<string, unknown> }
    const others = Object.keys(routes).filter((route) => !CONSTANT_ROUTES.includes(route))
    if (others.length > 0)
      throw new Error(`prerendered at build, so deaf to changes (dynamic = 'force-dynamic' is missing): ${others.join(', ')}`)
  })
}
