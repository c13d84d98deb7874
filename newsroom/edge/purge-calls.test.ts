import { expect, it } from 'vitest'
import { purgeCalls, tagsToPurge } from './purge-calls'

it('tells each tag once, as it stands in the header of a page', () => {
  expect(
    tagsToPurge([
      ['article:a', 'list:site'],
      ['list:site', 'redirect:/a b,c'],
    ]),
  ).toEqual(['article:a', 'list:site', 'redirect:/a%20b%2Cc'])
})

it('tells thousands as one, and everything as nothing else', () => {
  expect(tagsToPurge([Array.from({ length: 1_001 }, (_, at) => `article:${at}`)])).toEqual(['everything'])
  expect(tagsToPurge([['article:a'], ['everything']])).toEqual(['everything'])
})

it('speaks as each edge listens', () => {
  const tags = ['article:a', 'list:site']
  expect(purgeCalls('varnish', tags, undefined)).toEqual([{ method: 'PURGE', headers: { 'xkey-purge': 'article:a list:site' } }])
  expect(purgeCalls('cloudflare', tags, 'T')).toEqual([
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer T' },
      body: '{"tags":["article:a","list:site"]}',
    },
  ])
  expect(purgeCalls('fastly', tags, 'T')).toEqual([
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'fastly-key': 'T' },
      body: '{"surrogate_keys":["article:a","list:site"]}',
    },
  ])
})

it('cuts what is more than a call takes, by number and by length', () => {
  const many = Array.from({ length: 70 }, (_, at) => `article:${at}`)
  expect(purgeCalls('cloudflare', many, 'T').map(({ body }) => JSON.parse(body ?? '').tags.length)).toEqual([30, 30, 10])
  const long = Array.from({ length: 5 }, (_, at) => `redirect:/${at}${'%E6%97%A7'.repeat(150)}`)
  const sent = purgeCalls('varnish', long, undefined).map(({ headers }) => headers['xkey-purge'] ?? '')
  expect(sent.map((tags) => tags.split(' ').length)).toEqual([2, 2, 1])
  expect(sent.join(' ')).toBe(long.join(' '))
})
