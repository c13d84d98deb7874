import type { LineLink } from './link-lines'

export interface ShareLink {
  /** `NW…` of the wire's media posts, 18 digits of its rolling news */
  externalId: string
  sourceUrl: string
  /** rolling news names its source in the text's last words: 《…》（财联社） */
  rolling: boolean
}

const MEDIA = /^(?:https?:)?\/\/[^/?#\s]+\/html_News\/NewsShare\.html\?(?:[^#\s]*&)?infoCode=([A-Za-z]{2}\d{8,24})(?:[&#]\S*)?$/i
// Another host's rolling news is known by its column before the id of eighteen digits.
const ROLLING =
  /^(?:https?:)?\/\/(?:(?:[\w-]+\.)*eastmoney\.com\/(?:news|a)\/(?:\d+,)?(\d{12,24})|[^/?#\s]+\/news\/\d+,(\d{18}))\.html(?:[?#]\S*)?$/i

/** The link under a post to the wire's own page: it tells the post's id. */
export function readShareLink(link: LineLink): ShareLink | null {
  const media = MEDIA.exec(link.href)
  const rolling = media ? null : ROLLING.exec(link.href)
  const externalId = media?.[1] ?? rolling?.[1] ?? rolling?.[2]
  if (externalId === undefined) return null
  return {
    externalId: media ? externalId.toUpperCase() : externalId,
    sourceUrl: link.href.replace(/^\/\//, 'https://'),
    rolling: rolling !== null,
  }
}
