import { expect, it } from 'vitest'
import { characterCount, readingMinutes } from '@/newsroom/character-count'
import { parseHtml } from './html-tree'
import { plainText } from './plain-text'

it.each([
  ['<p>甲</p><h2>乙</h2><p>丙<br>丁</p>', '甲\n\n乙\n\n丙\n丁'],
  ['<ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul><p>丁</p>', '甲\n乙\n\n丙\n\n丁'],
  ['<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>', '甲\t乙\n1\t2'],
  [
    '<p>甲<sup class="footnote"><a href="#fn-1">1</a></sup></p><ol class="footnotes"><li>注 <a class="footnote-back">↩</a></li></ol>',
    '甲\n\n注',
  ],
  ['<figure data-picture="0"><figcaption>图</figcaption></figure><p>a &amp; b</p>', '图\n\na & b'],
  ['', ''],
])('plain text of %s', (html, text) => expect(plainText(parseHtml(html))).toBe(text))

it.each([
  ['本报讯（记者张三）', 9],
  ['增长3.5%，达100万元', 8],
  ['GPT-4 和 hello, world', 4],
  ['“好”——他说……', 9],
  ['　　 \n', 0],
  ['𠮷野家', 3],
  ['カタカナ 한글', 6],
  ['. - *', 0],
])('%s has %i characters', (text, count) => expect(characterCount(text)).toBe(count))

it.each([
  [0, 1],
  [599, 1],
  [600, 2],
  [3000, 8],
])('%i characters take %i minutes', (characters, minutes) => expect(readingMinutes(characters)).toBe(minutes))
