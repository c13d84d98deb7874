import { expect, test } from 'vitest'
import { type ShareTarget, shareLinks } from './share-links'

const shared = {
  shortUrl: 'https://news.example/s/k3m9q0w2xz',
  title: '新乡“夜经济” & <升温>',
  summary: '摘要 100%',
  picture: 'https://news.example/media/a.jpg',
  siteName: '大报',
}
const hrefOf = (target: ShareTarget, changes = {}) =>
  shareLinks({ ...shared, ...changes }).find((link) => link.target === target)?.href ?? ''

test('every service gets its own address, in the order Chinese readers expect', () => {
  expect(shareLinks(shared).map((link) => link.target)).toEqual([
    'weibo',
    'qq',
    'qzone',
    'x',
    'facebook',
    'linkedin',
    'telegram',
    'email',
  ])
  expect(hrefOf('facebook')).toBe(
    'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fnews.example%2Fs%2Fk3m9q0w2xz%3Ffrom%3Dfacebook',
  )
})

test('title, summary and picture arrive whole on the other side', () => {
  const weibo = new URL(hrefOf('weibo'))
  expect(Object.fromEntries(weibo.searchParams)).toEqual({
    url: `${shared.shortUrl}?from=weibo`,
    title: shared.title,
    pic: shared.picture,
    searchPic: 'false',
  })
  expect(new URL(hrefOf('qq')).searchParams.get('summary')).toBe('摘要 100%')
  expect(new URL(hrefOf('qzone')).searchParams.get('site')).toBe('大报')
  expect(new URL(hrefOf('telegram')).searchParams.get('text')).toBe(shared.title)
})

test('an article without a picture sends no empty parameter', () => {
  expect(hrefOf('weibo', { picture: null })).not.toContain('pic=')
})

test('a mail has its line break and spaces percent-encoded', () => {
  expect(hrefOf('email', { title: 'A b' })).toBe(
    'mailto:?subject=A%20b&body=A%20b%0D%0Ahttps%3A%2F%2Fnews.example%2Fs%2Fk3m9q0w2xz%3Ffrom%3Demail',
  )
})

test('half a surrogate pair in an old headline breaks no page', () => {
  expect(new URL(hrefOf('x', { title: '坏\ud83d' })).searchParams.get('text')).toBe('坏\ufffd')
})
