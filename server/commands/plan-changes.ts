import { articleId } from '@/newsroom/article-id'
import type { Tx } from '@/server/db'
import type { Imported } from './announce-imports'
import type { DecidedFile } from './decide-files'
import { ensureCategories } from './ensure-categories'
import { ensureSources, ensureTags } from './ensure-names'
import { findTakenIds } from './find-imported'
import { type Change, type FileOfArticle, planChange } from './plan-change'

/** What the files change; categories, tags and outlets they name are made where they are new. */
export async function planChanges(tx: Tx, files: DecidedFile[], imported: Imported): Promise<Change[]> {
  const writing = await withIds(tx, files)
  const posts = writing.map(({ post }) => post)
  const categories = await ensureCategories(
    tx,
    posts.flatMap((post) => post.categories),
  )
  const tags = await ensureTags(
    tx,
    posts.flatMap((post) => post.tags),
  )
  const sources = await ensureSources(
    tx,
    posts.flatMap((post) => post.source ?? []),
  )
  imported.categories.push(categories)
  return writing.map((file) =>
    planChange(file, {
      sourceId: file.post.source === null ? null : (sources.get(file.post.source) ?? null),
      categoryIds:
        file.post.wire?.categoryIds ??
        idsOf(
          categories.ids,
          file.post.categories.map(({ archiveName }) => archiveName),
        ),
      tagIds: idsOf(tags, file.post.tags),
    }),
  )
}

const idsOf = (ids: Map<string, number>, names: string[]) => [...new Set(names.flatMap((name) => ids.get(name) ?? []))]

/** Those that write; new articles get the id of their key, or its next one where another key has it. */
async function withIds(tx: Tx, files: DecidedFile[]): Promise<FileOfArticle[]> {
  const writing = files.flatMap(({ post, decision, held, importKey, importPath }) =>
    post && (decision === 'create' || decision === 'update' || decision === 'take over')
      ? [{ id: held?.id ?? '', post, decision, held, importKey, importPath }]
      : [],
  )
  const used = new Set<string>()
  for (let attempt = 0, open = writing.filter(({ id }) => id === ''); open.length > 0; attempt++) {
    const taken = await findTakenIds(
      tx,
      open.map(({ importKey }) => articleId(importKey, attempt)),
    )
    for (const file of open) {
      const id = articleId(file.importKey, attempt)
      if (taken.has(id) || used.has(id)) continue
      used.add(id)
      file.id = id
    }
    open = open.filter(({ id }) => id === '')
  }
  return writing
}
