/** What an article is to those who read it: plain values, made by queries, drawn by components. */

export type Publication = 'unpublished' | 'scheduled' | 'live' | 'withdrawn'
/** 原创, 转载, 编译, 通稿, 投稿 */
export type ArticleType = 'original' | 'reprint' | 'translation' | 'wire' | 'contributed'
/** 记者, 通讯员, 作者, 摄影, 责任编辑, 校对 */
export type BylineRole = 'reporter' | 'correspondent' | 'author' | 'photographer' | 'editor' | 'proofreader'

export interface Byline {
  name: string
  role: BylineRole
}

export interface NamedPlace {
  slug: string
  name: string
}

export interface SourceOfArticle extends NamedPlace {
  url: string | null
}

interface PictureSize {
  /** below /media/ */
  src: string
  width: number
  height: number
}

export interface Picture {
  id: string
  /** widest first */
  renditions: PictureSize[]
  /** the same in AVIF; none of what an import brought */
  modern: PictureSize[]
  alt: string
  caption: string | null
  credit: string | null
  /** what a crop keeps: 0 to 1 from the left and the top */
  focalX: number
  focalY: number
  aiGenerated: boolean
}

/** An article as a list shows it. */
export interface ArticleCard {
  id: string
  headline: string
  kicker: string | null
  /** in lists the opening of the text stands in where there is none */
  standfirst: string | null
  publishedAt: Date
  source: NamedPlace | null
  category: NamedPlace | null
  picture: Picture | null
  /** how many outlets more carry the same report */
  otherOutlets: number
}

/** 更正: a dated note of what was wrong and what is right. */
export interface Correction {
  id: number
  wrong: string
  right: string
  publishedAt: Date
}

/** A correction as the list of all of them shows it. */
export interface CorrectionItem extends Correction {
  article: { id: string; headline: string; publishedAt: Date }
}

/** An article as its own page shows it. */
export interface Article extends Omit<ArticleCard, 'otherOutlets'> {
  subhead: string | null
  /** for search engines and share cards: written for them, else the standfirst, else the opening of the text */
  description: string
  /** for search engines and share cards, instead of the headline */
  searchTitle: string | null
  /** 电头, before the first words */
  dateline: string | null
  /** sanitized; safe to set as inner HTML */
  bodyHtml: string
  characterCount: number
  updatedAt: Date
  /** the text changed after it was published */
  revised: boolean
  type: ArticleType
  language: string
  source: SourceOfArticle | null
  /** the article at the outlet that published it first */
  sourceUrl: string | null
  /** 原标题, 原作者 of a reprint */
  originalHeadline: string | null
  originalAuthor: string | null
  /** whether a machine helped to write it, or wrote it: readers are told */
  aiAssistance: 'none' | 'assisted' | 'generated'
  bylines: Byline[]
  /** its own category first */
  categories: NamedPlace[]
  tags: NamedPlace[]
  /** the newest first */
  corrections: Correction[]
}

/** One page of a list, newest first; cursors are opaque and go into `?before=` / `?after=`. */
export interface ArticleList {
  items: ArticleCard[]
  older: string | null
  newer: string | null
}
