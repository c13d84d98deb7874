import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter'
import { readJekyllSite } from './jekyll-site'
import { postBylines, postLanguage, textOf } from './post-labels'

const dataOf = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\n`).data

test.each([
  ['kicker: 要闻', '要闻'],
  ['kicker: "  a\\n b "', 'a b'],
  ['kicker: <b>要</b><font color="red">闻</font><br/> 1 < 2 > 1 <u2>', '要闻 1 < 2 > 1 <u2>'],
  ['kicker: "<script>alert(1)</script>"', '<script>alert(1)</script>'],
  ['kicker: [a, b]', 'a b'],
  ['kicker:', null],
  ['kicker: " "', null],
  ['title: a', null],
])('%j has the text %j', (yaml, text) => expect(textOf(dataOf(yaml), 'kicker')).toBe(text))

test.each([
  ['lang: en', '', 'en', 0],
  ['lang: zh_tw', '', 'zh-TW', 0],
  ['title: a', 'lang: en_US.UTF-8', 'en-US', 0],
  ['title: a', '', 'zh-CN', 0],
  ['lang: 中文', '', 'zh-CN', 1],
])('%s in a site with %j is written in %s', (yaml, config, language, notes) => {
  const read = postLanguage(dataOf(yaml), readJekyllSite(config))
  expect([read.language, read.notes.length]).toEqual([language, notes])
})

test.each([
  ['author: 焦 亮', ['焦 亮']],
  ['authors: [焦亮, 李梅, 焦亮]', ['焦亮', '李梅']],
  ['author: { name: 焦亮, email: a@b.example }', ['焦亮']],
  ['author: { twitter: x }', []],
  ['title: a', []],
])('%s', (yaml, names) => expect(postBylines(dataOf(yaml))).toEqual(names.map((name) => ({ name, role: 'author' }))))
