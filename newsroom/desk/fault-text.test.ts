import { describe, expect, it } from 'vitest'
import { deskTexts } from './desk-texts'
import { faultText } from './fault-text'

const t = deskTexts('zh-CN', 'Asia/Shanghai')

describe('faultText', () => {
  it('finds the sentence of a nested code', () => {
    expect(faultText(t, { code: 'denied.desk' })).toBe('这不是你负责的栏目')
  })

  it('names a code that has no sentence', () => {
    expect(faultText(t, { code: 'no.such.code' })).toContain('no.such.code')
    expect(faultText(t, { code: 'denied' })).toContain('（denied）')
  })
})
