import { z } from 'zod'
import { characterCount } from '@/newsroom/character-count'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { SANITIZER_VERSION } from '@/newsroom/html/html-allow-list'
import { parseHtml } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'
import type { ImportedPost } from './imported-post'

/**
 * What Broadsheet knows of an article and Jekyll has no words for: `npm run export` writes it into front matter, as JSON under this
 * name, and the import believes it where it stands. Whoever takes it out gets a Jekyll post like any other.
 */
export const EXPORT_FIELD = 'broadsheet'

const text = z.string()
const name = z.object({ slug: text, name: text, oldAddresses: z.array(text).default([]) })
const category = name.extend({
  archiveName: text.nullable(),
  parent: text.nullable(),
  position: z.number(),
  reviewStages: z.number(),
})
const rendition = z.object({
  width: z.number(),
  height: z.number(),
  // What may be copied from an archive into storage under its own name.
  key: text.regex(/^[0-9a-f]{2}\/[0-9a-f]{64}-\d{1,5}\.(?:webp|avif)$/),
})
const picture = z.object({
  id: text.regex(/^[0-9a-f]{64}$/),
  origin: text,
  width: z.number(),
  height: z.number(),
  sizeBytes: z.number(),
  renditions: z.array(rendition).min(1),
  alt: text.nullable(),
  credit: text.nullable(),
  caption: text.nullable(),
  rights: text.nullable(),
  focalX: z.number(),
  focalY: z.number(),
  aiGenerated: z.boolean(),
  oldAddresses: z.array(text),
})
const shape = z.object({
  id: text.regex(/^[0-9a-z]{8,16}$/),
  /** when it was withdrawn; null: it is live. What was withdrawn has no body. */
  withdrawn: z.boolean(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** number of the live text: above 1 readers are told that it was changed */
  revision: z.number().int().positive(),
  type: z.enum(['original', 'reprint', 'translation', 'wire', 'contributed']),
  language: text,
  headline: text,
  kicker: text.nullable(),
  subhead: text.nullable(),
  standfirst: text.nullable(),
  source: name.extend({ url: text.nullable() }).nullable(),
  sourceUrl: text.nullable(),
  externalId: text.nullable(),
  feedId: text.nullable(),
  bylines: z.array(
    z.object({ name: text, role: z.enum(['reporter', 'correspondent', 'author', 'photographer', 'editor', 'proofreader']) }),
  ),
  /** its own first */
  categories: z.array(text),
  /** all that are named, and those above them, which come first */
  categoryTree: z.array(category),
  tags: z.array(name),
  oldAddresses: z.array(text),
  leadMediaId: text.nullable(),
  media: z.array(picture),
  corrections: z.array(z.object({ wrong: text, right: text, publishedAt: z.iso.datetime() })),
  /** what the desk decided beside the text; null where an import brought it */
  fields: z
    .object({
      dateline: text,
      originalHeadline: text,
      originalAuthor: text,
      searchTitle: text,
      searchDescription: text,
      aiAssistance: z.enum(['none', 'assisted', 'generated']),
    })
    .partial()
    .nullable(),
})
export type ExportedArticle = z.infer<typeof shape>
export type ExportedPicture = z.infer<typeof picture>
export type ExportedCategory = z.infer<typeof category>
export type ExportedName = z.infer<typeof name>

/** Null: the field is not what an export writes. */
export function readExported(field: unknown): ExportedArticle | null {
  if (typeof field !== 'string') return null
  try {
    return shape.safeParse(JSON.parse(field)).data ?? null
  } catch {
    return null
  }
}

/** Its file: front matter that Jekyll knows, then ours, then the body as readers get it, in which no Liquid is looked for. */
export function printExported(article: ExportedArticle, bodyHtml: string, date: string, path: string): string {
  const { headline, categories, categoryTree, tags, bylines, source, sourceUrl, standfirst, language, withdrawn, oldAddresses } =
    article
  const names = new Map(categoryTree.map(({ slug, name, archiveName }) => [slug, archiveName ?? name]))
  const front: [name: string, value: unknown][] = [
    ['layout', 'post'],
    ['title', headline],
    ['date', null],
    ['permalink', path],
    ['lang', language],
    ['categories', categories.map((slug) => names.get(slug) ?? slug)],
    ['tags', tags.map(({ name }) => name)],
    ['authors', bylines.map(({ name }) => name)],
    ['source', source?.name],
    ['source_url', sourceUrl],
    ['excerpt', standfirst],
    ['redirect_from', oldAddresses],
    ['published', withdrawn ? false : undefined],
    ['render_with_liquid', false],
  ]
  const lines = front.flatMap(([field, value]) => {
    if (field === 'date') return [`date: ${date}`]
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return []
    // JSON is YAML.
    return [`${field}: ${JSON.stringify(value)}`]
  })
  return `---\n${lines.join('\n')}\n${EXPORT_FIELD}: '${JSON.stringify(article).replaceAll("'", "''")}'\n---\n${bodyHtml}\n`
}

/** An exported file as the import takes it. The body is cleaned like any other's, and nothing is guessed from it. */
export function importExported(path: string, exported: ExportedArticle, body: string): ImportedPost {
  const bodyHtml = cleanHtml(body.replace(/\n$/, ''))
  const words = plainText(parseHtml(bodyHtml))
  const { headline, kicker, subhead, standfirst, type, language, sourceUrl, externalId, feedId, bylines, oldAddresses } = exported
  return {
    path,
    exported,
    publication: 'live',
    publishedAt: new Date(exported.publishedAt),
    ...{ headline, kicker, subhead, standfirst, type, language, sourceUrl, externalId, feedId, bylines, oldAddresses },
    bodyHtml,
    plainText: words,
    characterCount: characterCount(words),
    sourceText: body,
    sanitizerVersion: SANITIZER_VERSION,
    source: exported.source?.name ?? null,
    categories: [],
    tags: [],
    pictures: [],
    notes: [],
  }
}
