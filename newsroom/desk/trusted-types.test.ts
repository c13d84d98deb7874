import { expect, it } from 'vitest'
import { isOwnScript } from './trusted-types'

const PAGE = 'https://news.example/admin/articles'

it.each(['/_next/static/chunks/a.js', 'https://news.example/_next/static/chunks/a.js?dpl=1'])('%s is ours', (address) =>
  expect(isOwnScript(address, PAGE)).toBe(true),
)

it.each([
  'https://evil.example/_next/static/a.js',
  '//evil.example/_next/static/a.js',
  'http://news.example/_next/static/a.js',
  'https://news.example:8443/_next/static/a.js',
  '/media/ab/a.js',
  '/_next/static/../../media/a.js',
  '/_next/static/%2e%2e/%2e%2e/media/a.js',
  '_next/static/a.js',
  'data:text/javascript,1',
  'blob:https://news.example/1',
  'javascript:1',
  'https://[',
  '',
])('%j is not', (address) => expect(isOwnScript(address, PAGE)).toBe(false))
