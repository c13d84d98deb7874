import type { LineLink } from './link-lines'

/** 返回首页, 返回新乡日报新闻, 返回东财滚动新闻, 返回上一页 */
const BACK = /^[<＜«‹←\s]*返回\S{0,40}$/
/** A way within the site, however its dialects wrote it: `../`, `../emnews/`, `//host/pinyin/`, `//host/category/pinyin.html`. */
const WITHIN = /^(?:\.{0,2}\/|\/\/|https?:\/\/[^/]+(?:\/(?:category\/)?[^/]*\/?)?$)/i

/** A link the old site's layout put under each post; the new pages have their own. */
export function isBackLink(link: LineLink): boolean {
  return BACK.test(link.text) && WITHIN.test(link.href)
}
