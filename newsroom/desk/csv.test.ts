import { describe, expect, it } from 'vitest'
import { csvLine } from './csv'

describe('csvLine', () => {
  it('quotes what would break a line, and nothing else', () => {
    expect(csvLine(['市图书馆', '一，二', 'a,b', 'say "hi"', 'one\ntwo', null, 7])).toBe(
      '市图书馆,一，二,"a,b","say ""hi""","one\ntwo",,7\r\n',
    )
  })

  it.each(['=1+1', '+86 10', '-2', '@SUM(A1)', '\tx', '\rx', '  =1', '＝1', '\u200B=cmd'])(
    'a spreadsheet does not run %j',
    (text) => {
      expect(csvLine([text])).toMatch(/^"?'/)
    },
  )

  it('leaves numbers as they are, below nought too', () => {
    expect(csvLine([-2, 0])).toBe('-2,0\r\n')
  })
})
