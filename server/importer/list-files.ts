import type { Dirent } from 'node:fs'
import { opendir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { isPost } from '@/newsroom/jekyll/jekyll-file'
import { type Archive, ArchiveError } from './find-archive'

export interface ArchiveFiles {
  /** a Jekyll site has pages beside its posts; in a mere folder every document may be a post */
  kind: 'site' | 'folder'
  /** may be posts, in the order they are read: `_posts`, `old_post`, `_drafts`, others, each by path */
  posts: string[]
  /** documents that are pages of the old site */
  notPosts: string[]
  /** what cannot be followed or read, and why */
  unreadable: { path: string; reason: string }[]
}

const DOCUMENT = /\.(?:md|markdown|mkd|mkdn|mkdown|html?|xhtml|txt|textile|adoc|asciidoc|org|rst)$/i
const NOT_ENTERED = new Set(['node_modules', '_site'])

/**
 * All documents of an archive by name: names are all that is kept in memory, whatever its size. Names are listed before
 * anything is read, so that the order does not depend on the disk and the progress bar knows its end.
 */
export async function listFiles({ root, hasConfig, targets }: Archive): Promise<ArchiveFiles> {
  const found: Found = { documents: new Set(), named: new Set(), hasPosts: false, unreadable: [] }
  for (const target of targets) {
    const entry = await stat(join(root, target)).catch((error: Error) => fail(target || root, error))
    if (entry.isDirectory()) await walk(root, target, found)
    else found.named.add(target)
  }
  const kind = hasConfig || found.hasPosts ? 'site' : 'folder'
  const files: ArchiveFiles = { kind, posts: [...found.named], notPosts: [], unreadable: found.unreadable }
  for (const path of found.documents) {
    if (!found.named.has(path)) (isPost(path, kind) ? files.posts : files.notPosts).push(path)
  }
  files.posts.sort(inReadingOrder)
  files.notPosts.sort()
  return files
}

interface Found {
  documents: Set<string>
  /** asked for by their own name */
  named: Set<string>
  hasPosts: boolean
  unreadable: { path: string; reason: string }[]
}

async function walk(root: string, folder: string, found: Found): Promise<void> {
  if (`/${folder}/`.includes('/_posts/')) found.hasPosts = true
  const entries = await opendir(join(root, folder), { bufferSize: 1024 }).catch((error: Error) => {
    if (folder === '') fail(root, error)
    found.unreadable.push({ path: folder, reason: error.message })
    return []
  })
  const folders: string[] = []
  for await (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !NOT_ENTERED.has(entry.name)) folders.push(path)
    } else if (await isLinkedFolder(root, path, entry)) {
      found.unreadable.push({ path, reason: 'a symbolic link to a folder is not followed' })
    } else if (DOCUMENT.test(entry.name) && (await isReadable(root, path, entry, found))) found.documents.add(path)
  }
  for (const path of folders) await walk(root, path, found)
}

/** Posts that would be passed over in silence: a link to a folder, where posts lie or in the place of one that holds them. */
async function isLinkedFolder(root: string, path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink() || !/\/(?:_posts|old_post|_drafts)\//.test(`/${path}/`)) return false
  return (await stat(join(root, path)).catch(() => null))?.isDirectory() ?? false
}

/** A link may lead to another file of the archive, never out of it. */
async function isReadable(root: string, path: string, entry: Dirent, found: Found): Promise<boolean> {
  if (entry.isFile()) return true
  const target = entry.isSymbolicLink() ? await realpath(join(root, path)).catch(() => null) : null
  if (target?.startsWith(root + sep) && (await stat(target)).isFile()) return true
  const reason = entry.isSymbolicLink() ? 'a symbolic link that leads out of the archive, or nowhere' : 'not a regular file'
  found.unreadable.push({ path, reason })
  return false
}

function inReadingOrder(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : 1)
}

function rankOf(path: string): number {
  const within = `/${path}`
  if (within.includes('/_posts/')) return 0
  if (within.includes('/old_post/')) return 1
  return within.includes('/_drafts/') ? 2 : 3
}

function fail(path: string, error: Error): never {
  throw new ArchiveError(`${path} cannot be read: ${error.message}`)
}
