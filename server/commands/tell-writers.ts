import type { NoticeKind } from '@/newsroom/desk/notice'
import type { ArticleFacts } from '@/newsroom/desk/permission'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import { notify } from './notify'

export interface Telling {
  kind: NoticeKind
  articleId: string
  text: string
}

/** What became of an article concerns whoever wrote it, unless they did it themselves. */
export async function tellWriters(tx: Tx, actor: Actor, { ownerId, writerIds }: ArticleFacts, telling: Telling): Promise<void> {
  const writers = new Set([...writerIds, ...(ownerId === null ? [] : [ownerId])])
  if (actor.kind === 'staff') writers.delete(actor.id)
  await notify(tx, writers, { ...telling, from: actor.name })
}
