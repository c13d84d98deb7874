import type { NoticeKind } from '@/newsroom/desk/notice'
import type { Tx } from '@/server/db'

export interface NoticeToGive {
  kind: NoticeKind
  articleId: string | null
  /** who caused it */
  from: string | null
  /** a few words */
  text: string | null
}

const MOST_CHARACTERS = 200

/** Tells these people, each once; whoever left the staff is not told. */
export async function notify(tx: Tx, staffIds: Iterable<string>, { kind, articleId, from, text }: NoticeToGive): Promise<void> {
  const wanted = [...new Set(staffIds)]
  if (wanted.length === 0) return
  const staff = await tx.staff.findMany({ where: { id: { in: wanted }, disabledAt: null }, select: { id: true } })
  if (staff.length === 0) return
  const words = text === null ? null : [...text].slice(0, MOST_CHARACTERS).join('')
  await tx.notice.createMany({ data: staff.map(({ id }) => ({ staffId: id, kind, articleId, from, text: words })) })
}
