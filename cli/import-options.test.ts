import { describe, expect, it } from 'vitest'
import { readImportCommand } from './import-options'
import { UsageError } from './usage-error'

describe('readImportCommand', () => {
  it('reads folders and options in any order', () => {
    expect(
      readImportCommand([
        '--dry-run',
        'a',
        '--limit',
        '20',
        'b',
        '--report=r.json',
        '--timezone',
        'Asia/Shanghai',
        '--fetch-images',
      ]),
    ).toEqual({
      roots: ['a', 'b'],
      dryRun: true,
      watch: false,
      fetchImages: true,
      timeZone: 'Asia/Shanghai',
      limit: 20,
      reportFile: 'r.json',
    })
  })

  it.each([
    [[], 'which folder'],
    [['a', '--wach'], 'there is no option --wach'],
    [['a', '--limit', 'many'], 'must be a whole number'],
    [['a', '--limit', '0'], 'must be a whole number'],
    [['a', '--timezone', 'Shanghai'], 'is no time zone'],
    [['a', '--report'], 'option --report'],
    [['a', '--dry-run=yes'], 'option --dry-run'],
    [['a', '--dry-run', '--watch'], 'cannot be used together'],
  ])('says what is wrong with %j', (words, message) => {
    expect(() => readImportCommand(words)).toThrow(UsageError)
    expect(() => readImportCommand(words)).toThrow(message)
  })
})
