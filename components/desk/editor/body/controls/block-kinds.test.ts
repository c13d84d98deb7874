import { expect, it } from 'vitest'
import { kindsFor } from './block-kinds'

const names: Record<string, string> = { heading: '标题', subheading: '小标题', table: '表格', 'pull-quote': '重点引文' }
const found = (query: string) => kindsFor(query, ({ key }) => names[key] ?? '').map(({ key }) => key)

it.each([
  ['标题', ['heading', 'subheading']],
  ['bg', ['table']],
  ['Quote', ['quotation', 'pull-quote']],
  ['没有', []],
])('%s', (query, keys) => {
  expect(found(query)).toEqual(keys)
})
