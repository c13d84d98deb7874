import { describe, expect, it, test } from 'vitest'
import { balancedLines, fillLines, type Measure, setHeadline, unbroken } from './typeset'

/** Han an em, all else half. */
const measure: Measure = (text) =>
  [...text].reduce((sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60“”—…]/u.test(character) ? 1 : 0.5), 0)

describe('unbroken', () => {
  it.each([
    ['奋力实现“开门红”“全年红”', ['“开', '红”“', '”']],
    ['增长5.2%，达到1,200亿元', ['%', '，', ',']],
    ['送别制秤匠人——瞿尚平', ['——']],
    ['《泽川年鉴（2026）》出版', ['》', '）']],
    ['阿卜杜拉·阿不都 领奖', ['·', ' ']],
  ])('%s: no piece begins with a closing mark or ends with an opening one', (text) => {
    for (const by of ['word', 'character'] as const) {
      const pieces = unbroken(text, by)
      expect(pieces.join('')).toBe(text)
      for (const piece of pieces) {
        expect(piece).not.toMatch(/^[，。、；：！？”’）》】%·]/u)
        expect(piece).not.toMatch(/[“‘（《【]$/u)
      }
    }
  })

  it('keeps a dash together, wherever a line breaks around it', () => {
    expect(balancedLines('“撑了四十年”——最后一位摆渡人退休', { width: 9, measure }, 3)).toEqual([
      '“撑了四十年”',
      '——最后一位',
      '摆渡人退休',
    ])
  })

  it('keeps numbers and names of things whole', () => {
    expect(unbroken('5G-A基站建成1,200座', 'character')).toEqual(['5G-A', '基', '站', '建', '成', '1,200', '座'])
    expect(unbroken('基站建成1,200座', 'word')).toContain('1,200座')
    expect(unbroken('iPhone 17 Pro发布', 'word')).toEqual(['iPhone ', '17 ', 'Pro', '发布'])
  })
})

describe('balancedLines', () => {
  it.each([
    ['漪江三桥今晨放行，渡南到新院区少绕七公里', 16, ['漪江三桥今晨放行，', '渡南到新院区少绕七公里']],
    ['县城商场的第二次开业', 12, ['县城商场的第二次开业']],
    ['渡船队2比1夺冠 球迷彻夜欢庆', 12, ['渡船队2比1夺冠', '球迷彻夜欢庆']],
  ])('%s', (headline, width, lines) => expect(balancedLines(headline, { width, measure }, 4)).toEqual(lines))

  it('says so when there is no room', () => expect(balancedLines('字'.repeat(30), { width: 10, measure }, 2)).toBeNull())

  it('never makes more lines than needed, none of them wider than the column', () => {
    const headline = '迅速投身项目建设主战场奋力实现“开门红”“全年红”全市重大项目建设推进会议召开'
    for (const width of [6, 8, 10, 13, 17]) {
      const lines = balancedLines(headline, { width, measure }, 20) ?? []
      expect(lines.join('')).toBe(headline)
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
    }
  })
})

describe('setHeadline', () => {
  const sizes = [
    { size: 80, most: 2 },
    { size: 50, most: 3 },
  ]
  it('takes the largest size that holds it', () => {
    expect(setHeadline('短标题', sizes, 800, measure)).toEqual({ size: 80, lines: ['短标题'], clamped: false })
    expect(setHeadline('字'.repeat(40), sizes, 800, measure)).toMatchObject({ size: 50, clamped: false })
  })
  it('goes a little smaller where lines then end with phrases', () => {
    const headline = '漪江三桥今晨放行，渡南到新院区少绕七公里'
    const near = [
      { size: 80, most: 2 },
      { size: 70, most: 3 },
    ]
    expect(setHeadline(headline, near, 830, measure).lines).toEqual(['漪江三桥今晨放行，', '渡南到新院区少绕七公里'])
    expect(setHeadline(headline, near, 830, measure).size).toBe(70)
  })
  it('cuts what no size holds, before a mark, with an ellipsis', () => {
    const { lines, clamped, size } = setHeadline('一二三四五六七八九十，'.repeat(20), sizes, 550, measure)
    expect([size, clamped, lines.length]).toEqual([50, true, 3])
    expect(lines.at(-1)).toMatch(/[一-十]…$/u)
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(11)
  })
  it('cuts a word that no line holds', () => {
    expect(setHeadline('Donaudampfschifffahrtsgesellschaft', sizes, 400, measure).lines.join('')).toBe(
      'Donaudampfschifffahrtsgesellschaft',
    )
  })
  it.each(['', ' ', '\n'])('%j is no line', (text) => expect(setHeadline(text, sizes, 800, measure).lines).toEqual([]))
})

test('running text fills its lines and no mark begins one', () => {
  const text = '泽川县水务局11月23日通报，沿江十二处险工全部完成加固。县里说，汛期之前还要再查一遍。'
  const { lines, clamped } = fillLines(text, { width: 12, measure }, 9)
  expect([lines.join(''), clamped]).toEqual([text, false])
  for (const line of lines) expect(line).not.toMatch(/^[，。]/u)
  expect(fillLines(text, { width: 12, measure }, 2).lines.at(-1)).toMatch(/…$/u)
})
