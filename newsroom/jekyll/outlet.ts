import { spells } from '@/newsroom/pinyin'
import type { ImportedCategory } from './imported-post'

export interface Outlet {
  categories: ImportedCategory[]
  /** without those that only name the outlet */
  tags: string[]
  /** the outlet the tags name: 新乡日报 */
  outlet: string | null
}

const NEWS = '新闻'
const ROLLING = /滚动新闻$/
const HAN = /\p{sc=Han}/u

/**
 * Names for readers. The news archive called its categories in pinyin and wrote the outlet's name as a tag with 新闻 behind it:
 * category `xinxiangribao`, tag `新乡日报新闻`. In a file of the wire the tag counts even where the spelling differs (`emnews`,
 * 东财滚动新闻, which is a column and no outlet); elsewhere 体育新闻 is a subject like any other.
 */
export function readOutlet(categories: string[], tags: string[], fromWire: boolean): Outlet {
  const left = new Set(tags)
  const names = new Map<string, string>()
  if (tags.some(isNews)) {
    for (const category of categories) {
      const tag = tags.find((each) => left.has(each) && spells(category, nameIn(each)))
      if (tag !== undefined && left.delete(tag)) names.set(category, nameIn(tag))
    }
    const unnamed = categories.filter((category) => !names.has(category) && !HAN.test(category))
    const unused = [...left]
    if (fromWire && unnamed.length === unused.length && isNews(unused.at(-1) ?? '')) {
      for (const [index, category] of unnamed.entries()) names.set(category, nameIn(unused[index] ?? category))
      left.clear()
    }
  }
  const outlets = categories.map((category) => names.get(category)).filter((name) => name !== undefined && !ROLLING.test(name))
  return {
    categories: categories.map((archiveName) => ({ archiveName, name: names.get(archiveName) ?? archiveName.trim() })),
    tags: [...left],
    outlet: outlets.length > 0 ? outlets.join(' ') : null,
  }
}

const isNews = (tag: string) => tag.endsWith(NEWS) && tag.length > NEWS.length

/** `新乡日报新闻` → 新乡日报; 东财滚动新闻 stays, being the name of a column. */
function nameIn(tag: string): string {
  return isNews(tag) && !ROLLING.test(tag) ? tag.slice(0, -NEWS.length) : tag
}
