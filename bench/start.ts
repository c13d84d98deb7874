// How long a fresh machine waits: `npm run bench -- start`. A copy of the project without anything made: the build, the first start
// to the first page (build, database, sample archive), and a restart. Dependencies are there.
import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from './parts/renders'
import { report } from './parts/results'
import { PROJECT, runCommand, startSite } from './parts/site'
import { median, round } from './parts/statistics'

const [BUILD_AIM_S, FIRST_AIM_S, RESTART_AIM_S, RESTARTS] = [60, 60, 3, 5]
/** What is made, is installed apart, or belongs to whoever runs it. */
const NOT_COPIED = new Set([
  '.git',
  '.next',
  '.data',
  'node_modules',
  'generated',
  'reports',
  'test-results',
  'playwright-report',
])

/** How to stop what a measured start left running. */
let stopped: (() => Promise<void>) | undefined

const folder = await mkdtemp(join(tmpdir(), 'broadsheet-bench-'))
await chmod(folder, 0o755)
try {
  const project = join(folder, 'project')
  await cp(PROJECT, project, { recursive: true, filter: (path) => !NOT_COPIED.has(path.slice(PROJECT.length + 1)) })
  // Hard links where it lies on the same disk, else a copy.
  const [from, to] = [join(PROJECT, 'node_modules'), join(project, 'node_modules')]
  if (spawnSync('cp', ['-al', from, to]).status !== 0) await cp(from, to, { recursive: true, verbatimSymlinks: true })
  console.log('building …')
  const build = await timed(() => runCommand([join(project, 'cli', 'start.mjs'), 'build'], {}, project))
  for (const made of ['.next', 'generated']) await rm(join(project, made), { recursive: true, force: true })

  console.log('a first start …')
  const env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }
  const first = await timed(() => start(env, project))
  console.log('starting again …')
  const restarts: number[] = []
  for (let count = 0; count < RESTARTS; count++) restarts.push(await timed(() => start(env, project)))
  const [firstS, restartS] = [first, median(restarts)].map((ms) => round(ms / 1_000, 2)) as [number, number]
  const buildS = round(build / 1_000, 1)
  report(
    'start',
    {
      about: `A copy of the project, packages installed, nothing made yet. The first start builds the site, makes the database, brings in the sample archive and sends the front page; a restart is the median of ${RESTARTS}, to the front page too. Stopping is not counted.`,
      aims: [
        { what: '`npm run build`', value: buildS, unit: 's', aim: BUILD_AIM_S, is: 'most' },
        { what: 'A fresh start to the first page', value: firstS, unit: 's', aim: FIRST_AIM_S, is: 'most' },
        { what: 'A restart to the first page', value: restartS, unit: 's', aim: RESTART_AIM_S, is: 'most' },
      ],
    },
    true,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** To the first page; stops what was started before, outside the time. */
async function start(env: Record<string, string>, project: string): Promise<void> {
  const site = await startSite(env, project)
  await ask(`${site.url}/`)
  stopped = site.stop
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await act()
  const ms = performance.now() - begin
  await stopped?.()
  stopped = undefined
  return ms
}
