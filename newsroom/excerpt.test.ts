import { expect, test } from 'vitest'
import { excerpt } from './excerpt'

test('a short text is its own excerpt', () => expect(excerpt('今天\n有雨。', 20)).toBe('今天 有雨。'))
test('a sentence that ends late is kept whole', () => expect(excerpt('一二三四五六七。九十', 9)).toBe('一二三四五六七。'))
test('a sentence that ends too early is passed over', () =>
  expect(excerpt('一。三四五六七八九十', 9)).toBe('一。三四五六七八九…'))
test('a character outside the basic plane is never halved', () => expect(excerpt('𠮷𠮷𠮷𠮷', 2)).toBe('𠮷𠮷…'))

test.each([
  ['本报讯（记者 陆闻笛）陶坪龙窑封窑八天后，今天上午开窑，一共出窑两千多件。', '陶坪龙窑封窑八天后'],
  ['□记者 郎月 初雪对“菜篮子”的影响比预想的小，农产品批发市场开市三小时。', '初雪对“菜篮子”'],
  ['新华社北京2月7日电（记者 张三）今天上午，气象台发布了新的预报，明后天有雪。', '今天上午，气象台'],
  ['【市气象台发布霜冻提示】市气象台今天二十时提示，今夜到明晨城区最低气温零下三度。', '市气象台今天二十时'],
  [
    '文／方鹤年\n图：荻湾渡。（插图 本报美编室）\n三桥通车的前一天傍晚，荻湾渡的最后一班船靠了岸，船上二十七个人。',
    '三桥通车的前一天',
  ],
  ['船靠岸了。\n图：荻湾渡。（插图 本报美编室）\n人上岸了。', '船靠岸了。 人上岸了。'],
  ['YJTech 讯（记者 贝一诺）石磬镇的梯田从海拔四百二十米叠到七百八十米。', '石磬镇的梯田'],
  ['这条消息很短。', '这条消息很短'],
  ['记者节这一天，报社的大门打开了一整天，三百多名读者走进编辑部参观。', '记者节这一天'],
])('%s opens with its news', (text, opening) => expect(excerpt(text, 60).startsWith(opening)).toBe(true))
