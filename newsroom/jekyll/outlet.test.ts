import { expect, test } from 'vitest'
import { readOutlet } from './outlet'

const read = (categories: string, tags: string, fromWire = false) => {
  const split = (text: string) => text.split(' ').filter(Boolean)
  const outlet = readOutlet(split(categories), split(tags), fromWire)
  return [outlet.categories.map(({ name }) => name).join(' '), outlet.tags.join(' '), outlet.outlet]
}

test.each([
  ['xinxiangribao', '新乡日报新闻', ['新乡日报', '', '新乡日报']],
  ['xinxiangribao', '新乡日报新闻 项目', ['新乡日报', '项目', '新乡日报']],
  ['Mysteel', 'Mysteel新闻', ['Mysteel', '', 'Mysteel']],
  [
    '21shijijingjibaodao nancailicaitong',
    '21世纪经济报道 南财理财通新闻',
    ['21世纪经济报道 南财理财通', '', '21世纪经济报道 南财理财通'],
  ],
  ['Career In touxingPEVC', 'Career In 投行PEVC新闻', ['Career In 投行PEVC', '', 'Career In 投行PEVC']],
  ['sports', '体育新闻 足球', ['sports', '体育新闻 足球', null]],
  ['keji', '科技', ['keji', '科技', null]],
  ['时政', '时政新闻', ['时政', '时政新闻', null]],
  ['xinxiangribao', '新闻', ['xinxiangribao', '新闻', null]],
  ['sitenews', '', ['sitenews', '', null]],
  ['', '新乡日报新闻', ['', '新乡日报新闻', null]],
])('%s with the tags %j', (categories, tags, expected) => expect(read(categories, tags)).toEqual(expected))

test.each([
  ['emnews', '东财滚动新闻', ['东财滚动新闻', '', null]],
  ['35ke', '36氪新闻', ['36氪', '', '36氪']],
  ['a b', '甲 乙新闻', ['甲 乙', '', '甲 乙']],
  ['a b', '甲新闻', ['a b', '甲新闻', null]],
])('of the wire: %s with the tags %j', (categories, tags, expected) => expect(read(categories, tags, true)).toEqual(expected))

test('the archive name stays letter for letter', () => {
  expect(readOutlet([' 时 政'], [], false).categories).toEqual([{ archiveName: ' 时 政', name: '时 政' }])
})
