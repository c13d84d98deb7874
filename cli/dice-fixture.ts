import type { Dice } from '@/server/test-dice'

const WORDS = [
  '河灯',
  '渡口',
  '春汛',
  '粮仓',
  '夜校',
  '集市',
  '水渠',
  '戏台',
  '苗圃',
  '灯塔',
  '盐田',
  '驿站',
  '茶山',
  '石桥',
  '窑厂',
  '渔汛',
]

/** What tells of one text or name only, wherever it is found: its mark, or the name itself. */
export const marksIn = (text: string): string[] => text.match(MARK) ?? []
const MARK = new RegExp(`〔\\d+〕|(?:${WORDS.join('|')}){2}\\d+`, 'g')

/** A name nobody else has: two words and a number. */
export const nameBy = (dice: Dice, number: number) => `${dice.one(WORDS)}${dice.one(WORDS)}${number}`

/** Three hundred characters, different for each seed: enough for a report to be told from another. A mark says whose they are. */
export const textBy = (seed: number) =>
  `〔${seed}〕` +
  Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + ((seed * 977 + index * 37) % 9_000))).join('')
