/** What a post's place in the archive says: Jekyll reads a date, a slug and categories out of it. */
export interface JekyllFile {
  /** posts: shown when dated; drafts: not shown; loose: a file of a folder that is no Jekyll site */
  place: 'posts' | 'drafts' | 'loose'
  /** where it lies, or (old_post) lay while it was shown: `news/_posts/2022-02-08-a.md` */
  postPath: string
  /** folders above `_posts`: each is a category */
  folders: string[]
  /** name without extension */
  baseName: string
  extension: string
  /** `2022-02-08`, as written; null: Jekyll never showed it */
  date: string | null
  /** file name after the date, or all of it */
  slug: string
  format: 'markdown' | 'html' | null
  /** id the wire gave: NW and digits, or 18 digits that begin with a day */
  wireId: string | null
}

const MARKDOWN = /^\.(?:md|markdown|mkd|mkdn|mkdown)$/i
const HTML = /^\.html?$/i
// Jekyll shows these too, as plain files or with a plugin; they are told to the operator, not passed over.
const OTHER_TEXT = /\.(?:txt|textile|adoc|asciidoc|org|rst|xhtml|haml|slim)$/i
const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/s
const WIRE_ID = /(?:^|-)(NW\d{12,24}|\d{18})$/i
const SPECIAL = /^[._#~]|~$/
const BUILT = /^(?:node_modules|vendor|_site)$/
const ABOUT = /^(?:readme|index|404|license|licence|changelog|contributing|about|code_of_conduct|security)(?:\.[\w-]+)*$/i

/** Reads a path relative to the archive's root, `/` between its parts. */
export function readFileName(path: string, collectionsDir = ''): JekyllFile {
  const within = collectionsDir !== '' && path.startsWith(`${collectionsDir}/`) ? path.slice(collectionsDir.length + 1) : path
  const parts = within.split('/')
  const name = parts.at(-1) ?? ''
  const special = parts.slice(0, -1).findIndex((part) => part === '_posts' || part === 'old_post' || part === '_drafts')
  const [, baseName = name, extension = ''] = /^(.*)(\.[^.]+)$/s.exec(name) ?? []
  const [, date = null, rest = baseName] = DATED.exec(baseName) ?? []
  const place = special === -1 ? 'loose' : parts[special] === '_drafts' ? 'drafts' : 'posts'
  const below = special === -1 ? parts : parts.slice(special + 1)
  const folders = special === -1 ? [] : parts.slice(0, special)
  return {
    place,
    postPath: [...folders, place === 'drafts' ? '_drafts' : '_posts', ...below].join('/'),
    folders,
    baseName,
    extension,
    date,
    slug: rest.replace(/(?<!\.)\.+$/, ''),
    format: MARKDOWN.test(extension) ? 'markdown' : HTML.test(extension) ? 'html' : null,
    wireId: WIRE_ID.exec(baseName)?.[1]?.toUpperCase() ?? null,
  }
}

/**
 * Whether a file of an archive is a post by its place. In a Jekyll `site` posts lie below `_posts`, `_drafts` or `old_post`, and
 * all else are pages; in a `folder` without _config.yml and _posts every Markdown or HTML file may be one: see `looksLikePost`.
 */
export function isPost(path: string, archive: 'site' | 'folder' = 'site'): boolean {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const { place, format, date } = readFileName(path)
  if (SPECIAL.test(name) || (format === null && !(place === 'posts' && date && OTHER_TEXT.test(name)))) return false
  const special = parts.findIndex((part) => part === '_posts' || part === 'old_post' || part === '_drafts')
  const above = special === -1 ? parts : parts.slice(0, special)
  if (above.some((part) => SPECIAL.test(part) || BUILT.test(part)) || parts.slice(special + 1).some((part) => SPECIAL.test(part)))
    return false
  if (place !== 'drafts' && ABOUT.test(name)) return false
  return place !== 'loose' || archive === 'folder'
}

/** Whether a file that may be a post is one: it lies among posts, its name has a date, or it begins with front matter. */
export function looksLikePost(path: string, text: string): boolean {
  const { place, date } = readFileName(path)
  return place !== 'loose' || date !== null || /^\ufeff?\s*---[^\S\n]*\r?\n/.test(text)
}
