import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { NEWSROOM_DICTIONARY } from './dictionary'

let loaded: Jieba | undefined

/** A third of a second the first time, and sixty megabytes. */
function jieba(): Jieba {
  if (!loaded) {
    loaded = Jieba.withDict(dict)
    loaded.loadDict(Buffer.from(NEWSROOM_DICTIONARY))
  }
  return loaded
}

const WORD = /^[\p{L}\p{N}\p{M}]+$/u
const HAN = /\p{sc=Han}/u

/** A normalised text cut into words one after the other, marks and spaces included. */
export const cutWords = (normalised: string): string[] => jieba().cut(normalised, true)

/** The words of a normalised text that say something, parts of compounds too (北京 大会堂 北京人民大会堂), as often as they stand there. */
export function dictionaryWords(normalised: string): string[] {
  return jieba()
    .cutForSearch(normalised, true)
    .filter((word) => WORD.test(word) && (HAN.test(word) ? word.length > 1 : word.length < 40))
}
