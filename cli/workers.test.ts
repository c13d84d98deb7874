import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workers-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Starts three processes of this program, then does what `work` says; answers what was said. */
async function run(program: string, work: string): Promise<string> {
  const file = join(folder, 'program.cjs')
  await writeFile(
    file,
    `const { appendFileSync } = require('node:fs'); const say = (text) => appendFileSync(1, text + '\\n'); ${program}`,
  )
  const main = join(folder, 'main.mjs')
  await writeFile(
    main,
    `import cluster from 'node:cluster'
     const { startWorkers } = await import(${JSON.stringify(pathToFileURL('cli/workers.ts').href)})
     const start = () => startWorkers(3, new AbortController().signal, ${JSON.stringify(file)})
     ${work}`,
  )
  const env = { ...process.env, LOG_LEVEL: 'silent' }
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', main], { env })).stdout
}

it('one that never served ends the start, and the others with it', async () => {
  const said = await run(
    `const { id } = require('node:cluster').worker
     process.on('SIGTERM', () => { say('stopped'); process.exit(0) })
     if (id === 2) setTimeout(() => process.exit(1), 200)
     else process.send('serving')`,
    `await start().catch(({ name }) => console.log(name, Object.keys(cluster.workers).length))`,
  )
  expect(said).toBe('stopped\nstopped\nSetupError 0\n')
})

it('one that dies later is replaced, until all are stopped', async () => {
  const said = await run(
    `process.on('SIGTERM', () => { say('stopped'); process.exit(0) })
     process.send('serving')
     if (require('node:cluster').worker.id === 2) setTimeout(() => process.exit(1), 200)`,
    `const workers = await start()
     await new Promise((resolve) => cluster.on('fork', ({ id }) => id === 4 && cluster.once('message', resolve)))
     await workers.stop()
     console.log(Object.keys(cluster.workers).length)`,
  )
  expect(said).toBe('stopped\nstopped\nstopped\n0\n')
})
