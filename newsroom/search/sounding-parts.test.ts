import { expect, it, test } from 'vitest'
import { soundingParts, soundsLike } from './sounding-parts'

const known = new Map<string, string[]>([
  ['xinxiang', ['新乡']],
  ['xinxiangribao', ['新乡日报']],
  ['shuili', ['水利', '水力']],
  ['gongcheng', ['工程']],
])

test.each([
  ['新香', '新乡'],
  ['心想日报', '新乡日报'],
  ['新香水利工程', '新乡水利工程'],
  ['新香水力工城', '新乡水力工程'],
  ['税利', '水利'],
  ['2022新香A股', '2022新乡A股'],
  ['新乡', null],
  ['新乡水力', null],
  ['香', null],
  ['xinxiang', null],
  ['', null],
])('%s is meant to be %s', (word, meant) => expect(soundsLike(word, known)).toBe(meant))

it('takes whole parts, the longest first, and not too many of them', () => {
  expect(soundingParts('平原区').map(({ text, sound }) => `${text} ${sound}`)).toEqual([
    '平原区 pingyuanqu',
    '平原 pingyuan',
    '原区 yuanqu',
  ])
  expect(soundingParts('水'.repeat(1_000)).length).toBeLessThan(80)
})
