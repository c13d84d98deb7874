import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import chinese from '@/messages/zh-CN.json'
import { languageTag, pageTitle, texts } from './texts'

type Words = { [key: string]: string | Words }

const keysOf = (words: Words, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`)))
const textsOf = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))

describe('texts', () => {
  it('has every text in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(chinese))
  })

  it('has no empty text and no exclamation', () => {
    for (const text of [...textsOf(chinese), ...textsOf(en)]) expect(text).toMatch(/^[^!！]+$/)
  })

  it('fills in and counts', () => {
    expect(texts('zh-CN')('article.length', { count: 1061 })).toBe('1,061 字')
    expect(texts('en')('article.length', { count: 1 })).toBe('1 word')
    expect(texts('en')('archive.count', { count: 2000 })).toBe('2,000 stories')
  })
})

describe('languageTag', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['en', 'en'],
  ])('%s is written %s', (language, tag) => expect(languageTag(language)).toBe(tag))
})

describe('pageTitle', () => {
  it('joins as the locale does and leaves out what is missing', () => {
    expect(pageTitle(['标题', '要闻', '大报'], 'zh-CN')).toBe('标题_要闻_大报')
    expect(pageTitle(['Title', undefined, 'Broadsheet'], 'en')).toBe('Title – Broadsheet')
  })
})
