import { describe, expect, it } from 'vitest'
import { type Claim, decideImport, type Holder, outranks, publicationAfter, takesFromReaders } from './import-decision'

const at = (text: string) => new Date(text)
const claim = (importPath: string, publishedAt: Date | null = at('2022-02-08T02:34:53Z')): Claim => ({ importPath, publishedAt })
const file = (importPath: string, contentHash = 'aa', holderGone = false) => ({ ...claim(importPath), contentHash, holderGone })
const holder = (importPath: string, publishedAt?: Date): Holder => ({ ...claim(importPath, publishedAt), publication: 'live' })

describe('outranks', () => {
  it('prefers a file in _posts, then the later, then the first by path', () => {
    expect(outranks(claim('a/_posts/z.md', at('2020-01-01')), claim('a/old_post/a.md'))).toBe(true)
    expect(outranks(claim('a/_posts/z.md', at('2023-01-01')), claim('a/_posts/a.md'))).toBe(true)
    expect(outranks(claim('a/_posts/a.md'), claim('a/_posts/z.md'))).toBe(true)
    expect(outranks(claim('a/_posts/a.md', null), claim('a/_posts/z.md'))).toBe(false)
  })

  it('never holds both ways', () => {
    const claims = ['a/_posts/x.md', 'a/_posts/y.md', 'a/old_post/x.md', 'b/_posts/x.md'].flatMap((path) =>
      [null, at('2021-01-01'), at('2022-01-01')].map((time) => claim(path, time)),
    )
    for (const one of claims)
      for (const other of claims) if (one !== other) expect(outranks(one, other)).toBe(!outranks(other, one))
  })
})

describe('decideImport', () => {
  const read = { contentHash: 'aa', outcome: 'created' } as const

  it('creates what is new, also when an earlier reading was refused', () => {
    expect(decideImport(file('a/_posts/x.md'), null, null)).toBe('create')
    expect(decideImport(file('a/_posts/x.md'), { contentHash: 'aa', outcome: 'refused' }, null)).toBe('create')
  })

  it('skips a file whose bytes are those read before, updates one whose bytes changed', () => {
    expect(decideImport(file('a/_posts/x.md'), read, holder('a/_posts/x.md'))).toBe('skip')
    expect(decideImport(file('a/_posts/x.md', 'bb'), read, holder('a/_posts/x.md'))).toBe('update')
  })

  it('lets the better of two files carry the text, whichever came first', () => {
    expect(decideImport(file('a/old_post/x.md'), null, holder('a/_posts/x.md'))).toBe('duplicate')
    expect(decideImport(file('a/_posts/x.md'), null, holder('a/old_post/x.md'))).toBe('take over')
    expect(decideImport(file('a/old_post/x.md'), { contentHash: 'aa', outcome: 'duplicate' }, holder('a/_posts/x.md'))).toBe(
      'skip',
    )
  })

  it('lets a moved file go on carrying its article', () => {
    expect(decideImport(file('a/old_post/x.md', 'aa', true), null, holder('a/_posts/x.md'))).toBe('take over')
  })
})

it('never brings back what was withdrawn', () => {
  expect(publicationAfter('live', 'withdrawn')).toBe('withdrawn')
  expect(publicationAfter('unpublished', 'live')).toBe('unpublished')
})

it('lets a wire take nothing from readers, and bring back nothing', () => {
  expect(takesFromReaders('live', 'live')).toBe(false)
  expect(takesFromReaders('unpublished', 'live')).toBe(true)
  expect(takesFromReaders('scheduled', 'live')).toBe(true)
  expect(takesFromReaders('live', 'withdrawn')).toBe(true)
  expect(takesFromReaders('live', 'unpublished')).toBe(false)
  expect(takesFromReaders('unpublished', 'scheduled')).toBe(true)
  expect(takesFromReaders('live', 'scheduled')).toBe(false)
})
