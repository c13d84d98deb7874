import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { type JekyllSite, readJekyllSite } from '@/newsroom/jekyll/jekyll-site'

/** A Jekyll site, or a folder of posts, and the parts of it that are asked for. */
export interface Archive {
  /** absolute, symbolic links resolved */
  root: string
  /** what its files are known by in the database: host of its url, else the folder's name */
  name: string
  site: JekyllSite
  hasConfig: boolean
  /** files and folders below the root to read, relative to it; empty text is all */
  targets: string[]
}

/** What was asked for cannot be read; fit to be printed as it is. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
}

const CONFIG_FILES = ['_config.yml', '_config.yaml']
const POST_FOLDERS = new Set(['_posts', 'old_post', '_drafts'])

export interface ZoneChoice {
  /** `--timezone`: beats the archive's own */
  timeZone?: string | undefined
  /** for an archive that names none */
  usualTimeZone: string
}

/** The archives that these folders and files belong to: `site/_posts` and `site/_posts/a.md` are parts of `site`. */
export async function findArchives(paths: string[], zone: ZoneChoice): Promise<Archive[]> {
  const archives = new Map<string, Archive>()
  for (const path of paths) {
    const { root, target } = await findRoot(path)
    const archive = archives.get(root) ?? (await openArchive(root, zone))
    archives.set(root, archive)
    archive.targets.push(target)
  }
  return [...archives.values()]
}

async function findRoot(path: string): Promise<{ root: string; target: string }> {
  const found = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    throw new ArchiveError(error.code === 'ENOENT' ? `${path}: there is no such file or folder` : `${path}: ${error.message}`)
  })
  const isFolder = (await stat(found)).isDirectory()
  const from = isFolder ? found : dirname(found)
  const root = (await nearestConfig(from)) ?? aboveItsPosts(from)
  return { root, target: relative(root, found).split(sep).join('/') }
}

async function nearestConfig(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await readConfig(at)) !== null) return at
    if (at === dirname(at)) return null
  }
}

/** `…/site/_posts/2022` → `…/site` */
function aboveItsPosts(folder: string): string {
  const parts = folder.split(sep)
  const posts = parts.findIndex((part) => POST_FOLDERS.has(part))
  return posts > 0 ? parts.slice(0, posts).join(sep) || sep : folder
}

async function readConfig(root: string): Promise<string | null> {
  for (const name of CONFIG_FILES) {
    const text = await readFile(join(root, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR') return null
      throw new ArchiveError(`${join(root, name)}: ${error.message}`)
    })
    if (text !== null) return text
  }
  return null
}

async function openArchive(root: string, { timeZone, usualTimeZone }: ZoneChoice): Promise<Archive> {
  const config = await readConfig(root)
  const cname = await readFile(join(root, 'CNAME'), 'utf8').catch(() => '')
  const hosts = cname.split(/\s+/).filter(Boolean)
  const site = readJekyllSite(config, { ...(timeZone && { timeZone }), usualTimeZone, hosts })
  const name = site.url ? new URL(site.url).host : basename(root) || 'archive'
  return { root, name, site, hasConfig: config !== null, targets: [] }
}
