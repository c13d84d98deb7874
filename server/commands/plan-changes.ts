import { articleId } from '@/newsroom/article-id'
import type { Tx } from '@/server/db'
import type { Imported } from './announce-imports'
import type { DecidedFile } from './decide-files'
import { ensureCategories } from './ensure-categories'
import { ensureExported } from './ensure-exported'
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
    posts.flatMap(({ source, exported }) => (exported ? [] : (source ?? []))),
  )
  const exported = await ensureExported(
    tx,
    posts.flatMap((post) => post.exported ?? []),
  )
  imported.categories.push(categories, exported)
  return writing.map((file) => {
    if (file.post.exported) return planChange(file, exported.labelsOf(file.post.exported))
    return planChange(file, {
      sourceId: file.post.source === null ? null : (sources.get(file.post.source) ?? null),
      categoryIds:
        file.post.wire?.categoryIds ??
        idsOf(
          categories.ids,
          file.post.categories.map(({ archiveName }) => archiveName),
        ),
      tagIds: idsOf(tags, file.post.tags),
    })
  })
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
  await giveBackIds(tx, writing, used)
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

/** What was exported keeps its id, its address being made of it, where no other article has it. */
async function giveBackIds(tx: Tx, writing: FileOfArticle[], used: Set<string>): Promise<void> {
  const wanted = writing.filter(({ id, post }) => id === '' && post.exported)
  if (wanted.length === 0) return
  const taken = await findTakenIds(
    tx,
    wanted.flatMap(({ post }) => post.exported?.id ?? []),
  )
  for (const file of wanted) {
    const id = file.post.exported?.id ?? ''
    if (taken.has(id) || used.has(id)) continue
    used.add(id)
    file.id = id
  }
}
