import { describe, expect, it } from 'vitest'
import { measureIn, setLine, typeOf } from './typesetter'

const outline = (text: string, weight: 400 | 700 = 700) => setLine(text, { x: 0, y: 100, size: 100, weight, fill: '#000' })

describe('setLine', () => {
  it.each([...'泽镕喆堃䶮㛃漼𬱖𫘨€Ω'])('%s has type of its own in both weights', (character) => {
    for (const weight of [400, 700] as const) {
      const drawn = outline(character, weight)
      expect(drawn.length).toBeGreaterThan(100)
      expect(drawn).not.toBe(outline('〓', weight))
    }
  })

  it('sets what nobody has type for as printers do', () => expect(outline('\u{2f800}')).toBe(outline('〓')))
  it('draws nothing for nothing', () => expect(outline('')).toBe(''))
  it('ends a line where it is to end', () => {
    const right = setLine('川', { x: 500, y: 100, size: 100, weight: 400, fill: '#000', anchor: 'end' })
    expect(right).toBe(setLine('川', { x: 400, y: 100, size: 100, weight: 400, fill: '#000' }))
  })
})

it.each([
  ['🎉大促👨‍👩‍👧来了🇨🇳', '大促来了'],
  ['6#*®', '6#*®'],
  ['\u200b新\ufeff乡\u0000', '新乡'],
  ['半\ud800个', '半�个'],
])('%j is set as %j', (text, type) => expect(typeOf(text)).toBe(type))

it('measures Han an em each', () => expect(measureIn(400)('泽川日报')).toBe(4))
