import { describe, expect, it } from 'vitest'
import { readStaffCommand } from './staff-options'
import { UsageError } from './usage-error'

describe('npm run staff', () => {
  it('add wants e-mail, name and role', () => {
    expect(
      readStaffCommand(['add', '--email', ' Lin@Example.org', '--name', '林  文', '--role', 'editor', '--desk', 'sports,city']),
    ).toEqual({
      does: 'add',
      email: 'lin@example.org',
      name: '林 文',
      role: 'editor',
      desk: ['sports', 'city'],
      password: undefined,
    })
  })

  it.each([
    [[]],
    [['hire']],
    [['add', '--email', 'x', '--name', '林', '--role', 'editor']],
    [['add', '--email', 'a@b.cn', '--name', ' ', '--role', 'editor']],
    [['add', '--email', 'a@b.cn', '--name', '林', '--role', 'king']],
    [['disable']],
    [['list', '--colour', 'red']],
  ])('says what is wrong with %j', (args) => {
    expect(() => readStaffCommand(args)).toThrow(UsageError)
  })

  it('list, disable, enable and reset-password need no more than they say', () => {
    expect(readStaffCommand(['list'])).toEqual({ does: 'list' })
    expect(readStaffCommand(['disable', '--email', 'a@b.cn'])).toEqual({ does: 'disable', email: 'a@b.cn' })
    expect(readStaffCommand(['reset-password', '--email', 'a@b.cn'])).toEqual({
      does: 'reset-password',
      email: 'a@b.cn',
      password: undefined,
    })
  })
})
