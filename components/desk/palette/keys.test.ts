import { describe, expect, it } from 'vitest'
import { shortcutOf } from './keys'

const press = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, writing: false }

describe('shortcutOf', () => {
  it('opens the palette from anywhere, a text included', () => {
    expect(shortcutOf({ ...press, key: 'k', ctrlKey: true, writing: true })).toBe('palette')
    expect(shortcutOf({ ...press, key: 'K', metaKey: true })).toBe('palette')
  })

  it('leaves what is written alone', () => {
    expect(shortcutOf({ ...press, key: '/', writing: true })).toBeNull()
    expect(shortcutOf({ ...press, key: '?', writing: true })).toBeNull()
    expect(shortcutOf({ ...press, key: 'k', ctrlKey: true, isComposing: true })).toBeNull()
  })

  it('knows the keys of a Chinese keyboard', () => {
    expect(shortcutOf({ ...press, key: '？' })).toBe('help')
    expect(shortcutOf({ ...press, key: '／' })).toBe('search')
  })

  it('leaves other combinations to the browser', () => {
    expect(shortcutOf({ ...press, key: 'l', ctrlKey: true })).toBeNull()
    expect(shortcutOf({ ...press, key: '/', altKey: true })).toBeNull()
  })
})
