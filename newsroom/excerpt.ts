/** A first paragraph shorter than this is a credit, a caption or a salutation. */
const SHORTEST_OPENING = 24
const CAPTION = /^(?:图|图为|图片|插图|制图)[：:]/
// 本报讯（记者 张三） · □本报记者 张三 · 新华社北京2月7日电 · 文/图 张三: said elsewhere on the page already.
const CREDIT = `[（(][^）)]{1,40}[）)]`
const OUTLET = String.raw`(?:本报|本刊|本台|本网|新华社|中新社|[\p{Script=Han}]{2,8}(?:报|网|社|台))`
const DATELINE = new RegExp(
  String.raw`^(?:【[^】]{1,60}】|${OUTLET}[^，。！？\s]{0,12}(?:讯|电|消息)(?:\s?${CREDIT}|(?=\s))` +
    String.raw`|[\p{Script=Han}\w·\s]{0,20}(?:讯|电|消息)\s?[（(](?:本报|本网)?(?:见习|实习|特约|全媒体)?(?:记者|通讯员)[^）)]{1,40}[）)]` +
    String.raw`|[□■](?:${OUTLET}[\p{Script=Han}]{0,6})?(?:记者|通讯员)?\s?[\p{Script=Han}·]{2,4}(?:\s[\p{Script=Han}·]{2,4}){0,3}(?=\s))\s*`,
  'u',
)

/**
 * The opening of a plain text for a list or a description: begins at the first real paragraph, without its dateline; cut at a
 * sentence where one ends in the last third, else with an ellipsis.
 */
export function excerpt(plainText: string, length: number): string {
  const paragraphs = plainText
    .slice(0, length * 8)
    .split(/\n+/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
  const first = paragraphs.findIndex((text) => text.length >= SHORTEST_OPENING)
  const text = paragraphs
    .slice(Math.max(first, 0))
    .filter((paragraph) => !CAPTION.test(paragraph))
    .join(' ')
    .trim()
  const characters = [...text.replace(DATELINE, '')]
  if (characters.length <= length) return characters.join('')
  const opening = characters.slice(0, length).join('')
  const end = Math.max(...['。', '！', '？', '. '].map((mark) => opening.lastIndexOf(mark)))
  return end >= (opening.length * 2) / 3 ? opening.slice(0, end + 1).trim() : `${opening.trimEnd()}…`
}
