import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor'

test.each([new Date('2022-02-08T02:34:53.123Z'), new Date('1949-10-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z')])(
  'a cursor of %s comes back as it went',
  (at) => {
    expect(readCursor(writeCursor({ at, id: '9f3k2m8p1q' }))).toEqual({ at, id: '9f3k2m8p1q' })
  },
)

test.each([undefined, '', 'x', '2022', "1-'; DROP", 'zzzzzzzzzzz-9f3k2m8p1q', 'zzzzzzzzzz-00000000', '-zzzzzzzzz-00000000'])(
  '%s is no cursor',
  (text) => {
    expect(readCursor(text)).toBeNull()
  },
)
