import { expect, it } from 'vitest'
import { returnPath } from './return-path'

it('is a page of the desk', () => {
  for (const path of ['/admin', '/admin/articles/0123456789', '/admin/articles?state=live&page=2', '/admin/tags?q=%E6%B1%9F'])
    expect(returnPath(path)).toBe(path)
})

it('is nowhere else', () => {
  for (const path of [
    null,
    undefined,
    ['/admin/x'],
    '',
    '/',
    '/administration',
    '//evil.example/admin',
    'https://evil.example/admin',
    '/admin/../x',
    '/admin/..//evil.example',
    '/admin\\..\\x',
    '/admin/sign-in?next=/admin',
    '/admin/\nx',
  ])
    expect(returnPath(path), String(path)).toBe('/admin')
})
