import type { NoticeKind, NoticeLine } from '@/newsroom/desk/notice'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'

const MOST = 100

/** What concerns somebody, newest first; `before` is the id of the last one seen. */
export async function listNotices({ id: staffId }: StaffActor, before: number | null = null, most = MOST): Promise<NoticeLine[]> {
  const notices = await db().notice.findMany({
    where: { staffId, ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: most,
    include: { article: { select: { live: { select: { headline: true } }, workingDraft: { select: { headline: true } } } } },
  })
  return notices.map(({ article, createdAt, readAt, kind, ...line }) => ({
    id: line.id,
    kind: kind as NoticeKind,
    articleId: line.articleId,
    headline: article?.workingDraft?.headline ?? article?.live?.headline ?? null,
    from: line.from,
    text: line.text,
    at: createdAt,
    read: readAt !== null,
  }))
}

const COUNTED = 99

/** How many notices nobody has read, up to 99. */
export async function countUnread({ id: staffId }: StaffActor): Promise<number> {
  return await db().notice.count({ where: { staffId, readAt: null }, take: COUNTED })
}
