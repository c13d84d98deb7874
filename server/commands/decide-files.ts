import { decideImport, type ImportDecision } from '@/newsroom/import-decision'
import type { Tx } from '@/server/db'
import { findHeld, findItems, type HeldArticle } from './find-imported'
import type { ImportBatch, ImportFile, ReadyPost } from './import-batch'

/** A file beside the article it belongs to, and what is to become of it. */
export interface DecidedFile {
  file: ImportFile
  post: ReadyPost | null
  /** what the article is found by again */
  importKey: string
  /** archive and path */
  importPath: string
  /** the article a refused file brought once, or the one its key belongs to */
  heldId: string | null
  held: HeldArticle | null
  decision: ImportDecision | 'refuse'
}

export async function decideFiles(tx: Tx, author: string, { archive, files }: ImportBatch): Promise<DecidedFile[]> {
  const items = await findItems(
    tx,
    archive,
    files.map(({ path }) => path),
  )
  const keys = files.flatMap(({ path, post }) => [`${archive}/${path}`, ...(post?.externalId ? [post.externalId] : [])])
  const articles = await findHeld(
    tx,
    author,
    keys,
    [...items.values()].flatMap((item) => item.articleId ?? []),
  )
  const byKey = new Map(articles.map((article) => [article.importKey, article]))
  const byId = new Map(articles.map((article) => [article.id, article]))

  return files.map((file) => {
    const { path, post } = file
    const item = items.get(path) ?? null
    const importPath = `${archive}/${path}`
    const importKey = post?.externalId ?? importPath
    const itsOwn = item?.articleId ? (byId.get(item.articleId) ?? null) : null
    if (!post) return { file, post, importKey, importPath, heldId: item?.articleId ?? null, held: null, decision: 'refuse' }
    // A file that gained or lost its external id brings the article it brought before.
    const before = byKey.get(importPath) ?? (post.externalId || itsOwn?.importPath !== importPath ? null : itsOwn)
    const held = byKey.get(importKey) ?? before ?? null
    const claim = { importPath, publishedAt: post.publishedAt, contentHash: file.contentHash, holderGone: file.holderGone }
    const key = held && held === itsOwn && !post.externalId ? held.importKey : importKey
    return { file, post, importKey: key, importPath, heldId: held?.id ?? null, held, decision: decideImport(claim, item, held) }
  })
}
