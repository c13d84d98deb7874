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
async function run(program: string, work: string, more = ''): Promise<string> {
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
     const start = () => startWorkers(3, new AbortController().signal, { program: ${JSON.stringify(file)}, ${more} })
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

it('one that is stuck is ended and replaced, the others are left alone', async () => {
  const said = await run(
    `process.on('SIGTERM', () => process.exit(0))
     process.send('serving')
     setInterval(() => process.send('alive'), 200)
     if (require('node:cluster').worker.id === 2) setTimeout(() => { for (;;); }, 100)`,
    `const workers = await start()
     const gone = []
     cluster.on('exit', ({ id }, code, signal) => gone.push(id + ' ' + signal))
     await new Promise((resolve) => cluster.on('fork', ({ id }) => id === 4 && cluster.once('message', resolve)))
     console.log(gone.join())
     await workers.stop()`,
    'patience: { silentMs: 5_000, startingMs: 60_000 }',
  )
  expect(said).toBe('2 SIGKILL\n')
})

it('new ones take the place of the old, each before the old one goes', async () => {
  const said = await run(
    `const { id } = require('node:cluster').worker
     process.on('SIGTERM', () => process.exit(0))
     process.on('message', (word) => { if (word === 'retire') { say(id + ' goes'); process.exit(0) } })
     say(id + ' serves')
     process.send('serving')`,
    `const workers = await start()
     console.log('—')
     await workers.roll()
     console.log(Object.keys(cluster.workers).join())
     await workers.stop()`,
  )
  const [, rolled = ''] = said.split('—\n')
  expect(rolled).toMatch(/^4 serves\n\d goes\n5 serves\n\d goes\n6 serves\n\d goes\n4,5,6\n$/)
})

it('a new one that does not start leaves the old ones where they are', async () => {
  const said = await run(
    `process.on('SIGTERM', () => process.exit(0))
     if (require('node:cluster').worker.id > 3) process.exit(1)
     process.send('serving')`,
    `const workers = await start()
     await workers.roll()
     console.log(Object.keys(cluster.workers).join())
     await workers.stop()`,
  )
  expect(said).toBe('1,2,3\n')
})
