import { db } from '@/server/db'
import { indexMedia } from './index-media'

const BATCH = 500

/** Writes down what pictures are found by, where nobody did yet. Does nothing the second time. Answers how many. */
export async function reckonMedia(): Promise<number> {
  for (let count = 0; ; ) {
    const media = await db().$queryRaw<{ id: string }[]>`SELECT "id" FROM "Media" WHERE "searchTerms" IS NULL LIMIT ${BATCH}`
    if (media.length === 0) return count
    count += media.length
    await indexMedia(
      db(),
      media.map(({ id }) => id),
    )
  }
}
