import type { ArticleType, Byline, Publication } from '@/newsroom/article'
import type { ExportedArticle } from './exported-post'
import type { ImportNote } from './import-note'
import type { JekyllSite } from './jekyll-site'

/** A picture of the body; its index is the N of `data-picture="N"`. */
export interface ImportedPicture {
  /** as written; of a local one, the path against the archive's root */
  src: string
  alt: string
  local: boolean
}

/** A post of an archive, read and cleaned: what the saving command takes. */
export interface ImportedPost {
  /** file, relative to the archive's root, `/` between the parts */
  path: string
  /** infoCode (NW…), or the 18-digit id of a rolling-news file */
  externalId: string | null
  publication: Exclude<Publication, 'withdrawn'>
  publishedAt: Date | null
  /** reprint when an outlet is named or a share link stands there */
  type: ArticleType
  /** BCP 47 */
  language: string
  headline: string
  kicker: string | null
  subhead: string | null
  standfirst: string | null
  /** sanitized; pictures are placeholders, `<figure data-picture="N">` */
  bodyHtml: string
  plainText: string
  characterCount: number
  /** the body as its file has it, before cleaning; line ends and characters made fit for storing */
  sourceText: string
  sanitizerVersion: number
  categories: ImportedCategory[]
  /** without the one that only names the outlet */
  tags: string[]
  source: string | null
  sourceUrl: string | null
  bylines: Byline[]
  /** decoded paths with a leading slash: every address the old site gave this post */
  oldAddresses: string[]
  /** the old feed's id: address without .html */
  feedId: string | null
  pictures: ImportedPicture[]
  notes: ImportNote[]
  /** `npm run export` wrote it: names and pictures are those it lists, and the article keeps its id */
  exported?: ExportedArticle
}

export interface ImportedCategory {
  /** letter for letter */
  archiveName: string
  /** for readers: from tags such as 新乡日报新闻, else the archive's name */
  name: string
}

/** A file that cannot become an article, and why. */
export interface Refusal {
  path: string
  line: number | null
  reason: string
}

/** What the body's reader needs to know of the post around it. */
export interface BodyContext {
  format: 'markdown' | 'html'
  /** url, baseurl, and knownHosts: hosts whose links stay within the archive */
  site: JekyllSite
  /** the post's file, relative to the archive's root */
  path: string
  /** the outlet its tags name, 新乡日报 */
  outlet: string | null
  /** old address of a post named as in `{% post_url 2022-02-08-name %}` */
  postUrl(name: string): string | null
}

export interface ImportedBody {
  bodyHtml: string
  plainText: string
  characterCount: number
  sanitizerVersion: number
  standfirst: string | null
  source: string | null
  sourceUrl: string | null
  externalId: string | null
  bylines: Byline[]
  pictures: ImportedPicture[]
  /** the first bold line, a headline for posts that have none */
  firstBold: string | null
  notes: ImportNote[]
}
