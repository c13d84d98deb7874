import { describe, expect, it } from 'vitest'
import { passwordFault } from './password'

describe('a password', () => {
  it('has ten characters at least, two hundred at most', () => {
    expect(passwordFault('小河流过九座桥')).toBe('short')
    expect(passwordFault('小河流过九座桥的下午')).toBeNull()
    expect(passwordFault('𠮷'.repeat(9))).toBe('short')
    expect(passwordFault('aXk29 '.repeat(34))).toBe('long')
  })

  it('needs no digits and no signs', () => {
    expect(passwordFault('correct horse battery')).toBeNull()
    expect(passwordFault('lantern under rain')).toBeNull()
  })

  it('is none of those everybody tries', () => {
    for (const common of [
      'woaini1314',
      'WoAiNi1314',
      'woaini20080808',
      'Password123',
      'password2024!',
      'admin@123456',
      '1234567890',
      '9876543210',
      'aaaaaaaaaaaa',
      'abababababab',
      'abcdefghijkl',
      'newsroom2026',
      'zhubian8888',
      'huawei12345678',
    ])
      expect(passwordFault(common), common).toBe('common')
  })

  it('is hardly what others know of its owner', () => {
    const own = ['lin.wen@ribao.example', '林文', '江城日报']
    expect(passwordFault('lin.wen@ribao.example', own)).toBe('personal')
    expect(passwordFault('lin.wen123', own)).toBe('personal')
    expect(passwordFault('Lin.Wen and her four bridges', own)).toBeNull()
    expect(passwordFault('江城日报江城日报林文', own)).toBeNull()
    expect(passwordFault('The Riverside Post', ['The Riverside Post'])).toBe('personal')
  })
})
