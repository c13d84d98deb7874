import { z } from 'zod'
import { ARTICLE_TYPES } from './article-types'

/** 无, 人工智能辅助, 人工智能生成 (人工智能生成合成内容标识办法, in force 2025-09-01) */
const AI_ASSISTANCE = ['none', 'assisted', 'generated'] as const
export const BYLINE_ROLES = ['reporter', 'correspondent', 'author', 'photographer', 'editor', 'proofreader'] as const

const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/\s+/g, ' ').trim())
const id = z.number().int().positive()

/** Everything a desk decides of an article: what a draft holds, a revision keeps, a signature is bound to. "" is none. */
export const draftContent = z.object({
  /** 引题 */
  kicker: line(200),
  headline: line(200),
  /** 副题 */
  subhead: line(200),
  /** 导语 */
  standfirst: z
    .string()
    .max(2_000)
    .transform((text) => text.trim()),
  /** 电头: 本报讯, 新华社北京11月24日电 */
  dateline: line(100),
  bodyHtml: z.string().max(2_000_000),
  type: z.enum(ARTICLE_TYPES),
  sourceId: id.nullable(),
  sourceUrl: z.string().max(2_000).trim(),
  originalHeadline: line(200),
  originalAuthor: line(200),
  bylines: z.array(z.object({ personId: id, role: z.enum(BYLINE_ROLES) })).max(100),
  /** its own category first */
  categoryIds: z.array(id).max(50),
  tagIds: z.array(id).max(100),
  leadMediaId: z.string().max(100).nullable(),
  /** for search engines and share cards, instead of headline and standfirst */
  searchTitle: line(200),
  searchDescription: line(500),
  aiAssistance: z.enum(AI_ASSISTANCE),
})

export type DraftContent = z.output<typeof draftContent>

export const EMPTY_DRAFT: DraftContent = {
  kicker: '',
  headline: '',
  subhead: '',
  standfirst: '',
  dateline: '',
  bodyHtml: '',
  type: 'original',
  sourceId: null,
  sourceUrl: '',
  originalHeadline: '',
  originalAuthor: '',
  bylines: [],
  categoryIds: [],
  tagIds: [],
  leadMediaId: null,
  searchTitle: '',
  searchDescription: '',
  aiAssistance: 'none',
}
