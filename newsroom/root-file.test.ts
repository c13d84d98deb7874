import { describe, expect, it } from 'vitest'
import { isRootFileName, LONGEST_ROOT_FILE, readRootFiles, rootFile, rootFileType } from './root-file'

describe('a file at the root', () => {
  it.each([
    ['BingSiteAuth.xml', 'application/xml; charset=utf-8'],
    ['baidu_verify_codeva-Ab12.html', 'text/html; charset=utf-8'],
    ['ByteDanceVerify.html', 'text/html; charset=utf-8'],
    ['sogousiteverification.txt', 'text/plain; charset=utf-8'],
    ['ads.txt', 'text/plain; charset=utf-8'],
    ['assetlinks.json', 'application/json; charset=utf-8'],
    ['0123456789abcdef.txt', 'text/plain; charset=utf-8'],
  ])('%s is served as %s', (name, type) => {
    expect(isRootFileName(name)).toBe(true)
    expect(rootFileType(name)).toBe(type)
  })

  it.each([
    'robots.txt',
    'Robots.TXT',
    'feed.xml',
    'sitemap.xml',
    'news-sitemap.xml',
    'feed.json',
    'latest.json',
    'speculation-rules.json',
    'index.html',
    'default.htm',
    'app.js',
    'style.css',
    'picture.svg',
    'page.xhtml',
    'noending',
    '.htaccess.txt',
    'a/b.txt',
    '../x.txt',
    'a..txt',
    'a b.txt',
    '验证.txt',
    'a%2e.txt',
    '.txt',
    `${'a'.repeat(130)}.txt`,
    'x.txt\n',
  ])('%j is refused', (name) => {
    expect(isRootFileName(name)).toBe(false)
  })

  it('has something in it, and not too much', () => {
    const faults = (text: string) => rootFile.safeParse({ name: 'ads.txt', text }).error?.issues.map(({ message }) => message)
    expect(faults('x')).toBeUndefined()
    expect(faults(' \n')).toEqual(['root-file.empty'])
    expect(faults('a\0b')).toEqual(['root-file.empty'])
    expect(faults('x'.repeat(LONGEST_ROOT_FILE + 1))).toEqual(['root-file.long'])
  })

  it('that cannot be read back is none', () => {
    expect(readRootFiles([{ name: 'ads.txt', text: 'x' }])).toEqual([{ name: 'ads.txt', text: 'x' }])
    expect(readRootFiles(undefined)).toEqual([])
    expect(readRootFiles([{ name: 'robots.txt', text: 'x' }])).toEqual([])
  })
})
