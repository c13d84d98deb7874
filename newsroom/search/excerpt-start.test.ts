import { expect, test } from 'vitest'
import { excerptStart } from './excerpt-start'

const LEAD = '河水流过村庄田里的人在插秧远处有一条船正慢慢靠岸码头上站满了人'
/** Four characters of what stands before it are within reach. */
const TAIL = '完工之后两岸的人来往更加方便了大家都说好'

test.each<[what: string, before: string, begins: string]>([
  ['with its sentence', `${LEAD}。县里说`, '县里说'],
  ['with a clause', `${LEAD}，${TAIL}`, TAIL],
  ['behind a number', `${LEAD}12,300.5万元${TAIL}`, TAIL],
  ['behind a number in characters', `${LEAD}三千五百二十万元${TAIL}`, TAIL],
  ['behind a word of letters', `${LEAD}Engineering${TAIL}`, TAIL],
  ['behind a byline', `${LEAD}本报记者 田禾 李明 ${TAIL}`, TAIL],
  ['behind a name that touches its office', `${LEAD}记者田禾${TAIL}完`, `${TAIL}完`],
  ['behind what stands in brackets', `${LEAD}（记者田禾通讯员李明周宁何青）${TAIL}`, TAIL],
  [
    'with the bracket the word stands in',
    `${LEAD}（记者田禾李明周宁何青白复江初闻理严终叶舟顾远林晓林文`,
    '（记者田禾李明周宁何青白复江初闻理严终叶舟顾远林晓林文',
  ],
])('an excerpt begins %s', (_, before, begins) => {
  const body = `${before}渡槽`
  expect(body.slice(excerptStart(body, before.length))).toBe(`${begins}渡槽`)
})

test('what reaches back too far is cut', () => {
  const body = `${'9'.repeat(200)}渡槽`
  expect(excerptStart(body, 200)).toBe(200 - 24)
})
