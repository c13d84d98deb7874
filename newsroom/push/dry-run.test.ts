import { expect, it } from 'vitest'
import { shownCall } from './dry-run'

it('shows what would have been sent, laid out, without a secret in address or body', () => {
  expect(
    shownCall('https://hook.example/?token=s%2Fcret', '{"key":"s/cret","urlList":["https://news.example/1"]}', [
      's/cret',
      undefined,
    ]),
  ).toEqual({
    url: 'https://hook.example/?token=…',
    body: '{\n  "key": "…",\n  "urlList": [\n    "https://news.example/1"\n  ]\n}',
  })
})

it('shows the first of thousands of addresses', () => {
  const { body } = shownCall('http://baidu.example/', 'https://news.example/1\n'.repeat(1000), [])
  expect(body).toHaveLength(4001)
  expect(body.endsWith('…')).toBe(true)
})
