import { expect, it } from 'vitest'
import { typedAddress } from './typed-address'

it.each([
  ['https://a.example/x?id=1&utm_source=wx', 'https://a.example/x?id=1'],
  ['www.example.com/新闻', 'https://www.example.com/新闻'],
  [' /jianghairibao/2022/05/20/1.html ', '/jianghairibao/2022/05/20/1.html'],
  ['//evil.example', null],
  ['news@example.com', 'mailto:news@example.com'],
  ['javascript:alert(1)', null],
  ['疏浚工程', null],
  ['', null],
])('%s', (typed, address) => {
  expect(typedAddress(typed)).toBe(address)
})
