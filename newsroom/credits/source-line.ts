const LONGEST = 40
/** （文章来源：新乡日报）, also half-width, without brackets, or with 来源 alone. */
const WHOLE = /^(?:[（(【[]\s*)?(?:文章来源|本文来源|信息来源|稿件来源|转自|来源)\s*[：:]\s*(.{0,80})$/
/** Credits that share the line: 来源：新乡日报　责任编辑：张三 */
const CREDIT = /(?<![\s|｜])[\s|｜]+(?:责任编辑|责编|编辑|作者|记者|校对)\s*[：:].{0,40}$/
const OPEN = /^[（(【[]/
const TRAILING = /[（(]\s*(?:文章来源|本文来源|来源)\s*[：:]\s*([^（()）]{1,40})[)）]$/
/** A bare name after the last sentence: （财联社）, (央视新闻). */
const BARE = /(?<=[。！？”…；;.!?])\s*[（(]\s*([\p{sc=Han}A-Za-z][\p{sc=Han}A-Za-z0-9·\s]{1,19})[)）]$/u
const NO_OUTLET =
  /^(?:完|全文完|待续|未完待续|略|下同|如图|见图|上图|下图|图|文|摄|续|附表|注|编译|综合|本报|本刊)$|记者|编辑|责编|作者|通讯员|摄影|供图|实习|校对|见图|图片|版权|原标题|原题|为化名|化名|图\/|文\/|报道$/

/** The outlet a paragraph names and nothing else; '' where the name was left empty; null where it is another text. */
export function readSourceLine(text: string): string | null {
  const match = WHOLE.exec(text)
  if (match === null) return null
  const rest = (match[1] as string).replace(CREDIT, '')
  const name = tidyName(OPEN.test(text) ? rest.replace(/[)）】\]]$/, '') : rest)
  const balanced = (name.match(/[（(]/g)?.length ?? 0) === (name.match(/[)）]/g)?.length ?? 0)
  return balanced && name.length <= LONGEST && !/[。！？，；：:]/.test(name) ? name : null
}

export interface TrailingSource {
  name: string
  /** characters at the end of the text that say so */
  length: number
}

/** An outlet named in brackets at the end of a text; a bare name counts in rolling news, or where it is the outlet the tags name. */
export function readTrailingSource(text: string, known: { rolling: boolean; outlet: string | null }): TrailingSource | null {
  const ending = text.slice(-80)
  const labelled = TRAILING.exec(ending)
  if (labelled !== null) return { name: tidyName(labelled[1] as string), length: labelled[0].length }
  const bare = BARE.exec(ending)
  const name = tidyName(bare?.[1] ?? '')
  if (bare === null || name.length < 2 || NO_OUTLET.test(name)) return null
  return known.rolling || name === known.outlet ? { name, length: bare[0].length } : null
}

/** A name may hold brackets of its own, 国家税务总局（广东）, but no quotation marks around it. */
const tidyName = (name: string) =>
  name
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/^[“"「《]([^“”"「」《》]+)[”"」》]$/, '$1')
    .trim()
