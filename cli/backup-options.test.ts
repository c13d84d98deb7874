import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readBackupCommand, readRestoreCommand } from './backup-options'

it('a file, and what is wanted of it', () => {
  expect(readBackupCommand(['paper.tar.zst'])).toEqual({ file: resolve('paper.tar.zst'), withMedia: true })
  expect(readBackupCommand(['--without-media', '/b/p.zst'])).toEqual({ file: resolve('/b/p.zst'), withMedia: false })
  expect(readRestoreCommand(['p', '--force'])).toEqual({ file: resolve('p'), check: false, force: true })
})

it.each([
  [[], 'which file'],
  [['a', 'b'], 'one file only'],
  [['a', '--fast'], 'there is no option --fast'],
  [['a', '--check', '--force'], 'cannot be used together'],
])('%j is answered in words', (words, said) => {
  expect(() => readRestoreCommand(words)).toThrow(said)
})
