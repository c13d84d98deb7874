import { expect, it } from 'vitest'
import { jsonRows } from './json-rows'

it('leaves ordinary text as it is, other planes and escapes too', () => {
  const rows = [{ text: '新乡 𠮷 “引号” \\ud800 \\\\u0000 \n\t"' }]
  expect(JSON.parse(jsonRows(rows))).toEqual(rows)
})

it('leaves out what PostgreSQL cannot hold', () => {
  expect(JSON.parse(jsonRows([{ text: 'a\u0000b\ud800c\udfffd\\\u0000' }]))).toEqual([{ text: 'ab\ufffdc\ufffdd\\' }])
})
