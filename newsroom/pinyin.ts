import { customPinyin, pinyin } from 'pinyin-pro'

// Places whose name is read otherwise than its characters elsewhere, and which pinyin-pro 3.29 does not know.
customPinyin({
  浚县: 'xùn xiàn',
  乐清: 'yuè qīng',
  单县: 'shàn xiàn',
  乐亭: 'lào tíng',
  蔚县: 'yù xiàn',
  尉犁: 'yù lí',
  涡阳: 'guō yáng',
  歙县: 'shè xiàn',
  大埔: 'dà bù',
  洪洞: 'hóng tóng',
  泌阳: 'bì yáng',
  珲春: 'hún chūn',
  繁峙: 'fán shì',
  吴堡: 'wú bǔ',
  会稽: 'kuài jī',
  喀什: 'kā shí',
  都匀: 'dū yún',
})

/** Reads a text aloud: each Han character is its syllable without tone (ü is v), all else stays. `新乡5G` → xin xiang 5 G */
export function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

const readings = new Map<string, string[]>()

function readingsOf(character: string): string[] {
  let known = readings.get(character)
  if (!known) {
    const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })
    known = [...new Set(all.flatMap((reading) => [reading, reading.replace('v', 'u')]))]
    readings.set(character, known)
  }
  return known
}

const HAN = /\p{sc=Han}/u
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/**
 * Whether `latin` is a way to write `name` in pinyin: 新乡日报 is xinxiangribao, 36氪 is 36ke, 安信国际证券（香港） is
 * anxinguojizhengquan(xianggang). Any reading of a character will do: whoever wrote it may have taken another.
 */
export function spells(latin: string, name: string): boolean {
  const written = plain(latin)
  let ends = new Set([0])
  for (const character of plain(name).slice(0, 100)) {
    const next = new Set<number>()
    for (const end of ends) {
      for (const reading of HAN.test(character) ? readingsOf(character) : [character]) {
        if (written.startsWith(reading, end)) next.add(end + reading.length)
      }
    }
    ends = next
  }
  return written !== '' && ends.has(written.length)
}
