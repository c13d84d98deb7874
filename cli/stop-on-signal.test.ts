import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'

/** Runs a program that says "here" where the signal is to come, "lost" where its terminal goes; answers all it said and how it ended. */
async function run(program: string): Promise<{ said: string; code: number | null }> {
  const text = `const { runUntilSignal } = await import('./cli/stop-on-signal')
    const say = (text) => console.log(text)
    const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
    ${program}`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', text])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      if (bytes.includes('lost')) child.kill('SIGHUP')
      if (bytes.includes('here')) child.kill('SIGTERM')
      said += bytes
    })
  }
  const [code] = await once(child, 'close')
  return { said, code }
}

it('what was started is stopped, last first, also past one that cannot be stopped', async () => {
  const { said, code } = await run(`await runUntilSignal(say, async ({ add }) => {
    add(() => say('database stopped'))
    add(() => { throw new Error('jobs stuck') })
    add(async () => { await later(50); say('site stopped') })
    setTimeout(say, 0, 'here')
    setInterval(() => {}, 1000)
  })`)
  expect(said).toMatch(/here\n.*stopping.*\nsite stopped\ndatabase stopped\nError: jobs stuck/s)
  expect(code).toBe(1)
})

it('a start under way is told of the signal and waited for, then what it started is stopped', async () => {
  const { said, code } = await run(`await runUntilSignal(say, async ({ add, signal }) => {
    say('here')
    await later(300)
    add(() => say('database stopped'))
    signal.throwIfAborted()
    say('never')
  })`)
  expect(said).toMatch(/^here\n.*stopping.*\ndatabase stopped\n$/)
  expect(code).toBe(0)
})

it('a start that fails is stopped, and its reason thrown', async () => {
  const { said, code } = await run(`await runUntilSignal(say, async ({ add }) => {
    add(() => say('database stopped'))
    throw new Error('no build')
  }).catch(({ message }) => say(message))`)
  expect(said).toBe('database stopped\nno build\n')
  expect(code).toBe(0)
})

it('a hang-up does what was said of it, from the first moment of a start', async () => {
  const { said, code } = await run(`await runUntilSignal(say, async ({ onHangUp }) => {
    onHangUp(() => say('still starting, here'))
    say('lost')
    await later(2_000)
  })`)
  expect(said).toMatch(/^lost\nstill starting, here\n.*stopping/)
  expect(code).toBe(0)
})

it('a hang-up of which nothing was said is a stop', async () => {
  const { said, code } = await run(`await runUntilSignal(say, async () => {
    say('lost')
    setInterval(() => {}, 1000)
  })`)
  expect(said).toMatch(/^lost\n.*stopping/)
  expect(code).toBe(0)
})
