import { expect, test } from 'vitest'
import { splitSentences } from './sentences'

const split = (text: string, longest = 100) => splitSentences(text, longest).map(({ start, end }) => text.slice(start, end))

test('a sentence ends with its mark and the quotes that close after it', () => {
  expect(split('他说：“下雨了！”大家都笑。真的吗？！')).toEqual(['他说：“下雨了！”', '大家都笑。', '真的吗？！'])
})

test('a text without an end mark is still read', () => {
  expect(split('新乡：夜经济升温')).toEqual(['新乡：夜经济升温'])
})

test('figures and addresses are not torn at their points', () => {
  expect(split('增长3.14%。见 news.example 网站。')).toEqual(['增长3.14%。', '见 news.example 网站。'])
  expect(split('It rained. We left.')).toEqual(['It rained.', ' We left.'])
})

test('a long sentence is cut where one draws breath', () => {
  expect(split('春天的河岸，柳树发芽，燕子归来。', 8)).toEqual(['春天的河岸，', '柳树发芽，', '燕子归来。'])
})

test('without a comma it is cut anywhere, but not inside a character', () => {
  expect(split('𠮷𠮷𠮷', 3)).toEqual(['𠮷', '𠮷', '𠮷'])
  expect(split('一'.repeat(250)).map((part) => part.length)).toEqual([100, 100, 50])
})

test('what has no sound is left out', () => {
  expect(split('——\n\n* * *\n完。')).toEqual(['完。'])
  expect(split('')).toEqual([])
})

test('together the parts are the text', () => {
  const text = '第一句，说得很长很长很长很长；第二句。第三句没有句号'
  expect(split(text, 7).join('')).toBe(text)
})
