import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Runs Node as a shell would; answers exit code and what was said. */
function run(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr })
    })
  })
}

describe('the way into every command', () => {
  it('lists the commands when there is no such one', async () => {
    const { code, output } = await run('cli/start.mjs', 'nonsense')
    expect(code).toBe(1)
    expect(output).toContain('nonsense')
    expect(output).toContain('npm run import')
  })

  it('hands arguments in and the exit code out', async () => {
    const { code, output } = await run('cli/start.mjs', 'migrate', 'sideways')
    expect(code).toBe(64)
    expect(output).toContain('usage:')
  })
})

describe('every command', () => {
  let folder: string
  const preload = ['--import', pathToFileURL('cli/preload.mjs').href]
  const script = async (text: string) => {
    const file = join(folder, 'command.mjs')
    await writeFile(file, text)
    return file
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'command-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('says in its own words what the operator can mend, and where a bug happened', async () => {
    const wrong = await script(`throw Object.assign(new Error('PORT holds "x"'), { name: 'ConfigError' })`)
    expect(await run(...preload, wrong)).toEqual({ code: 1, output: 'PORT holds "x"\n' })
    const bug = await run(...preload, await script(`await Promise.reject(new TypeError('oh'))`))
    expect(bug.code).toBe(1)
    expect(bug.output).toMatch(/TypeError: oh\n\s+at .*command\.mjs/)
  })

  it('hears a signal once that several pass on, and hears it again later', async () => {
    const file = await script(
      `process.on('SIGINT', () => console.log('heard')); console.log('ready'); setTimeout(() => {}, 3000)`,
    )
    const child = spawn(process.execPath, [...preload, file])
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    await once(child.stdout, 'data')
    for (const waitMs of [20, 20, 1_300, 20]) {
      child.kill('SIGINT')
      await sleep(waitMs)
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(said.match(/heard/g)).toHaveLength(2)
  })
})
