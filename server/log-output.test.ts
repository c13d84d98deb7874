import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LogOutput } from './log-output'

it.skipIf(process.platform !== 'linux')('fails nobody while the disk is full, and tells how many lines are missing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-output-'))
  const full = openSync('/dev/full', 'w')
  const output = new LogOutput(full)
  output.write('{"msg":"one"}\n')
  output.write('{"msg":"two"}\n')
  // Room again, at the same descriptor.
  closeSync(full)
  const file = join(folder, 'site.log')
  const again = openSync(file, 'w')
  try {
    expect(again).toBe(full)
    output.write('{"msg":"three"}\n')
    output.write('{"msg":"four"}\n')
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, lost: 2, msg: 'lines of this log could not be written' },
      { msg: 'three' },
      { msg: 'four' },
    ])
  } finally {
    closeSync(again)
    rmSync(folder, { recursive: true })
  }
})
