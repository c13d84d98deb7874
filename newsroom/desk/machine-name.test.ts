import { expect, it } from 'vitest'
import { deskTexts } from './desk-texts'
import { deliveredId, machineName } from './machine-name'

const t = deskTexts('zh-CN', 'Asia/Shanghai')

it('names the newsroom’s machinery, and leaves people as they are called', () => {
  expect(machineName(t, 'import')).toBe('导入')
  expect(machineName(t, 'wire:xinhua')).toBe('供稿接口 xinhua')
  expect(machineName(t, '林晓')).toBe('林晓')
})

it('tells what a wire calls its article', () => {
  expect(deliveredId('wire:xinhua/XH-1/2')).toBe('XH-1/2')
  expect(deliveredId('finews.example/_posts/a.md')).toBeNull()
})
