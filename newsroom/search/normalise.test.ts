import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { normalise, originalRange } from './normalise'

test.each([
  ['後臺頭髮裏', '后台头发里'],
  ['ＡＢＣ１２３', 'abc123'],
  ['㎡½ﬁ', 'm21⁄2fi'],
  ['Naïve Straße ΣΊΣΥΦΟΣ', 'naive straße σισυφοσ'],
  ['新\u200b乡\u00ad日\ufeff报', '新乡日报'],
  ['卡尔•马克思・・', '卡尔·马克思··'],
  ['（甲）：乙', '(甲):乙'],
  ['一  二\n\n三\u3000四', '一 二 三 四'],
  ['한국어', '한국어'],
  ['ﾊﾝ', 'ハン'],
  ['\0\ud800', ' '],
])('%j is %j', (text, normal) => expect(normalise(text)).toBe(normal))

it('is the same for a part of a text as within it', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'新臺Ａ㎡é한·• \n\u200bﾊ𠮷a1') })
  fc.assert(
    fc.property(texts, texts, texts, (before, part, after) => {
      fc.pre(!/[\s\u200b]/.test((part.at(0) ?? '') + (part.at(-1) ?? '')))
      expect(normalise(before + part + after)).toContain(normalise(part))
    }),
  )
})

test.each([
  ['新\u200b鄉ＡＢ報', '乡ab', '鄉ＡＢ'],
  ['12㎡地', 'm', '㎡'],
  ['12㎡地', '2地', '㎡地'],
  ['𠮷野家', '野', '野'],
])('in %j, %j is %j', (text, word, original) => {
  const starts: number[] = []
  const at = normalise(text, starts).indexOf(word)
  expect(text.slice(...originalRange(starts, at, at + word.length))).toBe(original)
})
