import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { looksLikePost } from '@/newsroom/jekyll/jekyll-file'
import { type PostFile, readPost } from '@/newsroom/jekyll/jekyll-post'
import type { JobFile, ReadFile, ReadJob } from './read-job'

/** Reads and parses the files of a job, one after the other. Never throws: what cannot be read is refused with a reason. */
export function readFiles(job: ReadJob): ReadFile[] {
  return job.files.map((file) => readOne(job, file))
}

function readOne(job: ReadJob, { path, knownHash }: JobFile): ReadFile {
  let bytes: Buffer
  try {
    // A link that appeared since the names were listed must not lead out of the archive either.
    const file = realpathSync.native(join(job.root, path))
    if (!file.startsWith(job.root + sep)) throw new Error('a link that leads out of the archive')
    bytes = readFileSync(file)
  } catch (error) {
    return { path, contentHash: '', read: { path, line: null, reason: `cannot be read: ${messageOf(error)}` } }
  }
  const contentHash = createHash('sha256').update(job.settingsHash).update(bytes).digest('hex')
  if (contentHash === knownHash) return { path, contentHash, read: 'as known' }
  const text = bytes.toString('utf8')
  if (job.kind === 'folder' && !looksLikePost(path, text)) return { path, contentHash, read: 'not a post' }
  try {
    return { path, contentHash, read: readPost({ path, text }, job.site, job.now, (name) => findPost(job, name)) }
  } catch (error) {
    return { path, contentHash, read: { path, line: null, reason: `this post breaks its reader: ${messageOf(error)}` } }
  }
}

const EXTENSIONS = ['md', 'markdown', 'html']

/** The file a `{% post_url 2022-02-08-name %}` names; nothing outside the archive is looked at. */
function findPost({ root, site }: ReadJob, name: string): PostFile | null {
  if (name.length > 200 || name.includes('\0') || name.split('/').includes('..')) return null
  const folders = site.collectionsDir ? [`${site.collectionsDir}/_posts`, '_posts', 'old_post'] : ['_posts', 'old_post']
  for (const folder of folders) {
    for (const extension of EXTENSIONS) {
      const path = `${folder}/${name}.${extension}`
      try {
        const file = realpathSync(join(root, path))
        if (file.startsWith(root + sep)) return { path, text: readFileSync(file, 'utf8') }
      } catch {
        // Not this one.
      }
    }
  }
  return null
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
