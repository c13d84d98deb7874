import { expect, it } from 'vitest'
import { mentionsIn } from './mentions'

const staff = [
  { id: 'lin', name: '林' },
  { id: 'linyi', name: '林一' },
  { id: 'zhou', name: '周编' },
  { id: 'zhou2', name: '周编' },
  { id: 'ada', name: 'Ada Lin' },
]

it.each([
  ['@林一 看看导语', ['linyi']],
  ['请＠林看看', ['lin']],
  ['@周编@Ada Lin，都看看', ['zhou', 'zhou2', 'ada']],
  ['没有 @ 谁', []],
  ['a@example.test', []],
  ['周编看看', []],
])('%s', (text, expected) => expect(mentionsIn(text, staff)).toEqual(expected))
