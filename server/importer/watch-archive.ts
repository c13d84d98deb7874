import { type FSWatcher, statSync, watch } from 'node:fs'
import { join, posix } from 'node:path'
import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises'
import { isPost } from '@/newsroom/jekyll/jekyll-file'
import type { Archive } from './find-archive'
import { listFiles } from './list-files'
import type { ReadingPlan } from './read-archive'

export interface WatchOptions {
  signal: AbortSignal
  /** a file is taken when it has not grown for so long */
  quietMs?: number
  /** the net below the file system's own news, which get lost on some disks */
  rescanMs?: number
}

export type ChangedPosts = Pick<ReadingPlan, 'kind'> & { paths: string[] }

/** A clock of the disk may be this far behind ours. */
const CLOCK_SLACK_MS = 5_000

/** Yields posts that appear or change in an archive, once they have stopped growing, until `signal` ends it. */
export async function* watchArchive(archive: Archive, options: WatchOptions): AsyncGenerator<ChangedPosts> {
  const { signal, quietMs = 500, rescanMs = 30_000 } = options
  const { root, targets } = archive
  const sizes = new Map<string, number>()
  const watchers = new Map<string, FSWatcher>()
  let kind: ReadingPlan['kind'] = 'site'

  const notice = (path: string) => {
    const wanted = targets.some((target) => target === '' || path === target || path.startsWith(`${target}/`))
    if (wanted && isPost(path, kind) && !sizes.has(path)) sizes.set(path, -1)
  }
  const follow = (folder: string) => {
    if (watchers.has(folder)) return
    try {
      const watcher = watch(join(root, folder), (_, name) => name && notice(posix.join(folder, name)))
      watcher.on('error', () => watchers.delete(folder))
      watchers.set(folder, watcher)
    } catch {
      // The rescan sees what happens there.
    }
  }

  let scanned = Date.now()
  let nextScan = 0
  try {
    while (!signal.aborted) {
      if (Date.now() >= nextScan) {
        const since = scanned - CLOCK_SLACK_MS
        scanned = Date.now()
        const files = await listFiles(archive)
        kind = files.kind
        for (const folder of foldersOf(targets, files.posts)) follow(folder)
        for await (const path of changedSince(root, files.posts, since)) notice(path)
        nextScan = Date.now() + rescanMs
      }
      const paths = settled(root, sizes)
      if (paths.length > 0) yield { kind, paths }
      await sleep(quietMs, undefined, { signal }).catch(() => {})
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close()
  }
}

/** Those whose size is what it was a moment ago; they are forgotten, as are those that are gone. */
function settled(root: string, sizes: Map<string, number>): string[] {
  const ready: string[] = []
  for (const [path, before] of sizes) {
    const size = statSync(join(root, path), { throwIfNoEntry: false })?.size
    if (size === before) ready.push(path)
    if (size === undefined || size === before) sizes.delete(path)
    else sizes.set(path, size)
  }
  return ready.sort()
}

async function* changedSince(root: string, paths: string[], sinceMs: number): AsyncGenerator<string> {
  for (const [index, path] of paths.entries()) {
    if (index % 1000 === 999) await breathe()
    const found = statSync(join(root, path), { throwIfNoEntry: false })
    if (found && found.ctimeMs >= sinceMs) yield path
  }
}

/** The asked-for folders, and every folder that holds a post. */
function foldersOf(targets: string[], posts: string[]): Set<string> {
  const ofPosts = posts.map((path) => posix.dirname(path))
  return new Set([...targets, ...ofPosts].map((folder) => (folder === '.' ? '' : folder)))
}
