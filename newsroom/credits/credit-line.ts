import type { Byline, BylineRole } from '@/newsroom/article'
import { isPersonName } from './person-name'

/** Words that say what the people named after them did. An empty list is a task no byline names. */
const ROLES = new Map<string, BylineRole[]>([
  ...(['特约记者', '见习记者', '实习记者', '记者', '实习生'] as const).map((word): [string, BylineRole[]] => [
    word,
    ['reporter'],
  ]),
  ['摄影记者', ['photographer']],
  ['特约通讯员', ['correspondent']],
  ['通讯员', ['correspondent']],
  ...(['作者', '撰文', '撰稿', '文字'] as const).map((word): [string, BylineRole[]] => [word, ['author']]),
  ['文图', ['author', 'photographer']],
  ...(['摄影', '供图', '图片'] as const).map((word): [string, BylineRole[]] => [word, ['photographer']]),
  ...(['责任编辑', '值班编辑', '责编', '编辑'] as const).map((word): [string, BylineRole[]] => [word, ['editor']]),
  ['责任校对', ['proofreader']],
  ['校对', ['proofreader']],
  ...(['审核', '审读', '监制', '终审'] as const).map((word): [string, BylineRole[]] => [word, []]),
])
/** Only as words of their own: 文静 and 图雅 are names. */
const SHORT_ROLES = new Map<string, BylineRole[]>([
  ['文', ['author']],
  ['图', ['photographer']],
])
const ROLE_WORD = new RegExp(`(\\p{sc=Han}{0,16}?)(摄影报道|${[...ROLES.keys()].join('|')})`, 'gu')
/** What stands before 记者 without being a name: 新乡日报全媒体, 本报, 新华社, 客户端. */
const OUTLET = /^(?!曾|时任|前|原).*(?:[报网社台刊](?:\p{sc=Han}{0,6})$|^(?:本|驻|首席|资深)|客户端|频道|新闻|媒体|中心)/u
const BULLETS = /[□■●◎○▲△◆◇☐]/g
const BOTH = /(?:文\s*[/／、]\s*图|图\s*[/／、]\s*文|图文)/g
/** Ends a credit: 报道, 北京报道, 张三摄; those with 摄 say who took the pictures. */
const ENDING = /^(.*?)(摄影报道|综合报道|现场报道|报道|采写|摄)$/u
const MOST_NAMES = 12

/**
 * A text that is nothing but credits (记者 张三 通讯员 李四; 文/图 王五; 责任编辑：赵六) → who did what; null for any other text:
 * one word too many and no name is taken. `strict` asks every name for a surname.
 */
export function readCredits(text: string, strict: boolean): Byline[] | null {
  const bylines: Byline[] = []
  let roles: BylineRole[] = []
  let names: string[] = []
  const close = (more: BylineRole[]) => {
    // with several names it is open whose pictures they are
    const all = new Set([...roles, ...(names.length === 1 ? more : [])])
    for (const name of names) for (const role of all) bylines.push({ name, role })
    names = []
    roles = []
  }
  for (const word of wordsOf(text)) {
    const role = ROLES.get(word) ?? SHORT_ROLES.get(word)
    if (role !== undefined) {
      // 记者 张三 文/图: after the only names it says what else they did
      if (names.length > 0) close(word === '文图' && bylines.length === 0 ? role : [])
      roles = [...roles, ...role]
      continue
    }
    const [, before = '', ending] = ENDING.exec(word) ?? []
    const name = ending === undefined ? word : before
    const isPlace = ending === '报道' && names.length > 0
    if (name !== '' && !isPlace) {
      if (!isPersonName(name, strict || ending === '报道') || names.length === MOST_NAMES) return null
      names.push(name)
    }
    if (ending !== undefined) close(ending.includes('摄') ? ['photographer'] : [])
  }
  if (names.length === 0 && bylines.length === 0) return null
  close([])
  return bylines.length > 0 ? bylines : null
}

/** Roles and names apart; two single characters are one name, 张　三. */
function wordsOf(text: string): string[] {
  const spaced = text
    .replace(BULLETS, ' ')
    .replace(BOTH, '文图')
    .replace(ROLE_WORD, (_, before: string, role: string) => ` ${OUTLET.test(before) ? '' : before} ${role} `)
    .replace(/[：:/／|｜、，,;；&]/g, ' ')
  const words: string[] = []
  let single = false
  for (const word of spaced.split(/\s+/).filter(Boolean)) {
    const alone = word.length === 1 && !SHORT_ROLES.has(word) && word !== '摄'
    if (alone && single) words[words.length - 1] += word
    else words.push(word)
    single = alone && !single
  }
  return words
}
