/** 百家姓 and what the registers of today add; first characters of personal names. */
const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹' +
    '姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊' +
    '於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦' +
    '雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖' +
    '益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖付代邸覃冼岑占揭原练谌鹿贠撒折候尧矫苑闪亓仝雒禤銮邝昂',
)
const LONG_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 ' +
    '长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门'
  ).split(' '),
)

const HAN_NAME = /^\p{sc=Han}{2,4}$/u
const FOREIGN_NAME = /^\p{sc=Han}{1,10}(?:·\p{sc=Han}{1,10}){1,3}$/u
/** What follows 记者 and is no name: 记者手记, 记者从市政府获悉, 记者日前… */
const NO_NAME =
  /^[在据获到今昨日前近正也就对该本此其某两多了已将被把为是的]|综合|整理|报道|采访|采写|获悉|了解|手记|观察|调查|连线|现场|发自|编译|部门|先生|女士|协会|之家|[部站团们注按称说]$/

/** Towns that begin like a name: 记者 武汉报道 */
const TOWNS = new Set(
  '成都 武汉 杭州 郑州 沈阳 宁波 温州 常州 海口 安阳 唐山 金华 黄山 黄石 马鞍山 石家庄 阳江 乐山 东莞 鄂州 荆州'.split(' '),
)

/**
 * Whether a word is a person's name: two to four han characters, or a foreign name joined by ·. `strict` asks for a surname,
 * for places where other words are likely; a four-character run that reads as two names is none.
 */
export function isPersonName(word: string, strict: boolean): boolean {
  if (FOREIGN_NAME.test(word)) return true
  if (!HAN_NAME.test(word) || NO_NAME.test(word) || TOWNS.has(word)) return false
  if (LONG_SURNAMES.has(word.slice(0, 2)) && word.length > 2) return true
  if (word.length === 4 && SURNAMES.has(word.charAt(0)) && SURNAMES.has(word.charAt(2))) return false
  return !strict || (SURNAMES.has(word.charAt(0)) && word.length < 4)
}
