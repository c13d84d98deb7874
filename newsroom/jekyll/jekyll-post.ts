import { headlineOf } from '@/newsroom/headline'
import { webAddress } from '@/newsroom/web-address'
import { readBody } from './article-body'
import { cleanSource } from './clean-source'
import { EXPORT_FIELD, importExported, readExported } from './exported-post'
import { type FrontMatter, readFrontMatter } from './front-matter'
import type { ImportNote } from './import-note'
import type { ImportedBody, ImportedPost, Refusal } from './imported-post'
import { flatWords, readCategories, readTags } from './jekyll-categories'
import { defaultsFor, mergeWords } from './jekyll-defaults'
import { type JekyllFile, readFileName } from './jekyll-file'
import type { JekyllSite } from './jekyll-site'
import { type OldAddresses, oldAddresses } from './old-addresses'
import { type Outlet, readOutlet } from './outlet'
import { postBylines, postLanguage, textOf } from './post-labels'
import { type PublishedAt, publishedAt } from './published-at'
import type { Words } from './yaml-words'

/** A reader follows a handful; thousands are a mistake, and would make a page of a megabyte. */
const MOST_TAGS = 100

/** A file of an archive: path relative to the archive's root, and its bytes read as UTF-8. */
export interface PostFile {
  path: string
  text: string
}

/**
 * Reads a Jekyll post. `findPost` finds the file that `{% post_url 2022-02-08-name %}` names; without it such links stay as text.
 * `now` parts what is live from what is scheduled.
 */
export function readPost(
  post: PostFile,
  site: JekyllSite,
  now: Date,
  findPost: (name: string) => PostFile | null = () => null,
): ImportedPost | Refusal {
  const read = readAround(post, site)
  if ('reason' in read) return read
  const { file, front, data, published, old, outlet } = read
  const exported = readExported(front.data.get(EXPORT_FIELD))
  if (exported) return importExported(post.path, exported, front.body)
  const body = readBody(front.body, {
    format: file.format ?? 'markdown',
    site,
    path: post.path,
    outlet: outlet.outlet,
    postUrl: (name) => addressOf(findPost(name), site),
  })
  const publication = publicationOf(read, site, now)
  const title = headline(read, body)
  const language = postLanguage(data, site)
  const source = body.source ?? textOf(data, 'source')
  const sourceUrl = body.sourceUrl ?? webAddress(textOf(data, 'source_url'))
  return {
    path: post.path,
    externalId: body.externalId ?? file.wireId,
    publication,
    publishedAt: published.at,
    type: source || sourceUrl ? 'reprint' : 'original',
    language: language.language,
    headline: title.headline,
    kicker: textOf(data, 'kicker'),
    subhead: textOf(data, 'subhead') ?? textOf(data, 'subtitle'),
    standfirst: body.standfirst ?? textOf(data, 'excerpt') ?? textOf(data, 'description') ?? textOf(data, 'summary'),
    bodyHtml: body.bodyHtml,
    plainText: body.plainText,
    characterCount: body.characterCount,
    sourceText: front.body,
    sanitizerVersion: body.sanitizerVersion,
    categories: outlet.categories,
    tags: outlet.tags,
    source: source ?? outlet.outlet,
    sourceUrl,
    bylines: body.bylines.length > 0 ? body.bylines : postBylines(data),
    oldAddresses: old.addresses,
    feedId: old.feedId,
    pictures: body.pictures,
    notes: [
      ...read.notes,
      ...notesOfTime(publication, published, site),
      ...title.notes,
      ...language.notes,
      ...body.notes.map((note) => inFile(note, front)),
    ],
  }
}

/** All of a post but its body. */
interface Around {
  file: JekyllFile
  front: FrontMatter
  /** front matter over the site's defaults */
  data: Map<string, Words>
  published: PublishedAt
  outlet: Outlet
  old: OldAddresses
  notes: ImportNote[]
}

function readAround({ path, text }: PostFile, site: JekyllSite): Around | Refusal {
  const refuse = (reason: string, line: number | null = null): Refusal => ({ path, line, reason })
  const file = readFileName(path.toWellFormed(), site.collectionsDir)
  if (file.format === null) return refuse(`neither Markdown nor HTML: ${file.extension || 'no extension'}`)
  const clean = cleanSource(text)
  if ('reason' in clean) return refuse(clean.reason)
  if (clean.text.trim() === '') return refuse('the file is empty')
  const front = readFrontMatter(clean.text)
  const defaults = defaultsFor(file.postPath, file.place === 'drafts', site.defaults)
  const data = mergeWords(defaults, front.data)
  const published = publishedAt(data.get('date') ?? null, front, file, site)
  if ('reason' in published) return refuse(published.reason, published.line)
  const categories = readCategories(file.folders, defaults, front.data)
  const old = oldAddresses(
    {
      file,
      categories,
      readings: published.readings,
      permalink: textOf(data, 'permalink'),
      slug: textOf(data, 'slug'),
      redirectFrom: flatWords(data.get('redirect_from') ?? null),
      broken: front.broken,
    },
    site,
  )
  const tags = readTags(data)
  const outlet = readOutlet(categories, tags.slice(0, MOST_TAGS), file.wireId !== null)
  const notes = [...clean.notes, ...front.notes, ...published.notes, ...tooMany(tags)]
  return { file, front, data, published, outlet, old, notes }
}

function tooMany(tags: string[]): ImportNote[] {
  if (tags.length <= MOST_TAGS) return []
  return [
    { field: 'tags', guess: '', reason: `${tags.length} tags: the first ${MOST_TAGS} were taken`, line: null, rescue: true },
  ]
}

/** The old address of another post, for a link to it. */
function addressOf(post: PostFile | null, site: JekyllSite): string | null {
  const read = post && readAround(post, site)
  return read && !('reason' in read) ? (read.old.addresses[0] ?? null) : null
}

function headline({ file, front, data }: Around, body: ImportedBody): { headline: string; notes: ImportNote[] } {
  const { headline, guessedFrom } = headlineOf({
    title: textOf(data, 'title'),
    emptied: front.quoted.has('title'),
    readableSlug: file.wireId === null && /\p{L}/u.test(file.slug) ? file.slug : null,
    firstBold: body.firstBold,
    plainText: body.plainText,
    standfirst: body.standfirst,
    baseName: file.baseName,
  })
  const line = front.lines.get('title') ?? null
  const guess = guessedFrom && {
    field: 'title',
    guess: headline,
    reason: `${guessedFrom.endsWith('of the title') ? 'the title is too long' : 'no title'}; taken from ${guessedFrom}`,
    line,
    rescue: true,
  }
  return { headline, notes: guess ? [guess] : [] }
}

/** `future: true` has no say: a list of what was published ends today, and what is still to come joins it when its time has come. */
function publicationOf({ file, data, published }: Around, site: JekyllSite, now: Date): ImportedPost['publication'] {
  if (file.place === 'drafts' || published.at === null) return 'unpublished'
  const shown = data.get('published')
  // nothing where yes or no should stand hides a post too, as in Jekyll
  const hidden = data.has('published') && (shown === null || (typeof shown === 'string' && /^(?:false|no|off)$/i.test(shown)))
  if (hidden && !site.unpublished) return 'unpublished'
  return published.at > now ? 'scheduled' : 'live'
}

function notesOfTime(publication: string, { at }: PublishedAt, site: JekyllSite): ImportNote[] {
  if (publication !== 'scheduled' || !site.future) return []
  const reason = `future: true showed it ahead of its time; here it appears at ${at?.toISOString()}`
  return [{ field: 'date', guess: '', reason, line: null, rescue: false }]
}

/** The body counts its lines from its own first. */
function inFile(note: ImportNote, { bodyLine }: FrontMatter): ImportNote {
  return { ...note, line: note.line === null ? null : note.line + bodyLine - 1 }
}
