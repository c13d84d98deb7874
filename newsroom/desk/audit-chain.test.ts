import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type ChainHead, type ChainLink, ChainWalk, chainHash, headLine, readHead } from './audit-chain'

const at = new Date('2026-11-30T02:00:00Z')

function chainOf(...texts: string[]): ChainLink[] {
  let hash = ''
  return texts.map((text, index) => {
    hash = chainHash(hash, text)
    return { number: BigInt(index + 1), entryId: BigInt(index + 41), hash, text }
  })
}

function faultOf(links: ChainLink[], heads: ChainHead[] = []) {
  const walk = new ChainWalk(heads)
  for (const link of links) {
    const fault = walk.follow(link)
    if (fault) return fault
  }
  return walk.end()
}

const headOf = (link: ChainLink | undefined): ChainHead => ({ at, number: link?.number ?? 0n, hash: link?.hash ?? '' })

describe('a chain', () => {
  const whole = chainOf('[1]', '[2, "河"]', '[3]')

  it('is a sha256 of the one before and of the text', () => {
    const first = createHash('sha256').update('[1]').digest('hex')
    expect(whole[1]?.hash).toBe(createHash('sha256').update(`${first}[2, "河"]`).digest('hex'))
    expect(faultOf(whole, [headOf(whole[1]), headOf(whole[2])])).toBeNull()
  })

  it('tells what is wrong with it, and where', () => {
    const [one, two, three] = whole as [ChainLink, ChainLink, ChainLink]
    expect(faultOf([one, { ...two, text: '[2, "湖"]' }, three])).toEqual({ kind: 'changed', number: 2n, entryId: 42n })
    expect(faultOf([one, { ...two, text: null }, three])).toEqual({ kind: 'deleted', number: 2n, entryId: 42n })
    expect(faultOf([one, three])).toEqual({ kind: 'deleted', number: 2n, entryId: null })
    expect(faultOf([one, { ...three, number: 2n }, { ...two, number: 3n }])).toMatchObject({ kind: 'changed', number: 2n })
    expect(faultOf([two, three])).toMatchObject({ kind: 'deleted', number: 1n })
  })

  it('that ends too early, or is another one, is told by a head', () => {
    const kept = headOf(whole[2])
    expect(faultOf(whole.slice(0, 2), [kept])).toEqual({ kind: 'cut', number: 3n, entryId: null, head: kept })
    expect(faultOf([], [kept])).toEqual({ kind: 'cut', number: 1n, entryId: null, head: kept })
    expect(faultOf(chainOf('[1]', '[2, "湖"]', '[3]'), [kept])).toEqual({
      kind: 'rewritten',
      number: 3n,
      entryId: 43n,
      head: kept,
    })
  })
})

describe('a head', () => {
  it('is a line', () => {
    const head = { at, number: 12n, hash: 'ab'.repeat(32) }
    expect(headLine(head)).toBe(`2026-11-30T02:00:00.000Z 12 ${'ab'.repeat(32)}`)
    expect(readHead(`${headLine(head)}\n`)).toEqual(head)
  })

  it.each([
    '',
    '2026-11-30T02:00:00.000Z 12 ab',
    `yesterday 12 ${'ab'.repeat(32)}`,
    `2026-11-30T02:00:00.000Z -1 ${'ab'.repeat(32)}`,
  ])('is not %j', (line) => expect(readHead(line)).toBeNull())
})
