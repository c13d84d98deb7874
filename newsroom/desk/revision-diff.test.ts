import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from './draft'
import { type BlockDiff, diffBlocks, diffRevisions } from './revision-diff'
import { diffText, likeness, type Piece, tokensOf } from './text-diff'

/** `[-去-]` went, `{+来+}` came. */
const drawn = (pieces: Piece[]) =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')
const drawnBlocks = (blocks: BlockDiff[]) =>
  blocks.map(({ kind, name, pieces, formatting }) => `${kind} ${name}: ${drawn(pieces)}${formatting ? ' (formatting)' : ''}`)
const left = (pieces: Piece[]) => pieces.flatMap(({ kind, text }) => (kind === 'added' ? [] : [text])).join('')
const right = (pieces: Piece[]) => pieces.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join('')

describe('two texts', () => {
  it.each([
    ['河边开了一家书店', '河边新开了一家书店', '河边{+新+}开了一家书店'],
    ['全市有书店300家', '全市有书店320家', '全市有书店[-300-]{+320+}家'],
    ['增长3.5%', '增长5.3%', '增长[-3.5-]{+5.3+}%'],
    ['The shop opened today', 'The shop opens today', 'The shop [-opened-]{+opens+} today'],
    ['一样', '一样', '一样'],
    ['', '新的', '{+新的+}'],
    ['旧的', '', '[-旧的-]'],
    ['他说的是河', '我写的不海', '[-他说的是河-]{+我写的不海+}'],
  ])('%s → %s', (before, after, expected) => expect(drawn(diffText(before, after))).toBe(expected))

  it('are both whole in their difference, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('河', '边', '书', '店', '的', 'ab', ' ', '，', '1.5')).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffText(before, after)
        expect(left(pieces)).toBe(before)
        expect(right(pieces)).toBe(after)
        expect(tokensOf(before).join('')).toBe(before)
        for (const [index, { kind }] of pieces.entries()) expect(kind).not.toBe(pieces[index + 1]?.kind)
      }),
      { numRuns: 500 },
    )
  })

  it('of great length and nothing in common come to an end', { timeout: 20_000 }, () => {
    const [before, after] = ['河边'.repeat(20_000), '书店'.repeat(20_000)]
    expect(diffText(before, after)).toHaveLength(2)
  })

  it('are alike by what both have', () => {
    expect(likeness('河边书店', '河边书店')).toBe(1)
    expect(likeness('河边书店', '河边书院')).toBe(0.75)
    expect(likeness('河边', '书店')).toBe(0)
    expect(likeness('', '')).toBe(1)
  })
})

describe('two bodies', () => {
  it('are compared paragraph by paragraph', () => {
    const before = '<p>河边开了一家书店。</p><p>店主姓林。</p><p>下午人多。</p>'
    const after = '<p>河边开了一家书店。</p><p>店里有三万册书。</p><p>店主姓周。</p><p>下午人多。</p>'
    expect(drawnBlocks(diffBlocks(before, after))).toEqual([
      'same p: 河边开了一家书店。',
      'added p: {+店里有三万册书。+}',
      'changed p: 店主姓[-林-]{+周+}。',
      'same p: 下午人多。',
    ])
  })

  it('tell formatting, kinds of block and pictures from words', () => {
    expect(drawnBlocks(diffBlocks('<p>店主姓林</p>', '<p>店主姓<strong>林</strong></p>'))).toEqual([
      'changed p: 店主姓林 (formatting)',
    ])
    expect(drawnBlocks(diffBlocks('<p>店主</p>', '<h2>店主</h2>'))).toEqual(['changed h2: 店主 (formatting)'])
    const figure = (src: string, alt: string) => `<figure><img src="${src}" alt="${alt}"><figcaption>门口</figcaption></figure>`
    expect(drawnBlocks(diffBlocks(figure('/a', '书店'), figure('/b', '书店')))).toEqual([
      'changed figure: 书店\n门口 (formatting)',
    ])
    expect(drawnBlocks(diffBlocks('', figure('/a', '')))).toEqual(['added figure: {+门口+}'])
  })

  it('keep what went and what came where nothing is alike', () => {
    expect(drawnBlocks(diffBlocks('<p>河边</p>', '<p>书店</p>'))).toEqual(['removed p: [-河边-]', 'added p: {+书店+}'])
    expect(diffBlocks('', '')).toEqual([])
  })
})

describe('two versions', () => {
  it('differ in fields, words and all else apart', () => {
    const before = { ...EMPTY_DRAFT, headline: '河边开了书店', categoryIds: [1], bodyHtml: '<p>文</p>' }
    const after = { ...before, headline: '河边新开了书店', categoryIds: [1, 2], aiAssistance: 'assisted' as const }
    const { fields, blocks, same } = diffRevisions(before, after)
    expect(fields.map(({ field, pieces }) => [field, pieces && drawn(pieces)])).toEqual([
      ['headline', '河边{+新+}开了书店'],
      ['categoryIds', null],
      ['aiAssistance', null],
    ])
    expect(blocks.map(({ kind }) => kind)).toEqual(['same'])
    expect(same).toBe(false)
    expect(diffRevisions(before, before)).toMatchObject({ fields: [], same: true })
  })
})
