import { db } from '@/server/db'
import { enqueue } from '@/server/queue'
import { NOT_YET } from './keep-renditions'
import { transact } from './transact'

/** So many at once; any of them, so that those which cannot be made never keep the others waiting. */
const MOST = 200

/**
 * Has the sizes of pictures made that nobody makes any more: where the queue gave up, forgot them, or was lost with a process. Tried
 * again for as long as it takes, a disk that is full for days included; only what is no picture is left alone. Answers how many.
 */
export async function queuePictures(): Promise<number> {
  const left = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "Media" m
    WHERE m."state" <> 'ready' AND m."originalKey" IS NOT NULL AND (m."fault" IS NULL OR m."fault" = ANY(${NOT_YET}))
      AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j."name" = 'media.render' AND j."singleton_key" = m."id" AND j."state" < 'completed')
    ORDER BY random() LIMIT ${MOST}`
  await transact(async (tx) => {
    for (const { id } of left) await enqueue(tx, 'media.render', { mediaId: id }, { key: id })
  })
  return left.length
}
