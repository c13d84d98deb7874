import { POPULAR } from '@/newsroom/cache-tags'
import { POPULAR_SPANS, type PopularSpan, weighedDays } from '@/newsroom/popular'
import { publishTags } from '@/server/bus'
import { config } from '@/server/config'
import type { Tx } from '@/server/db'
import { jsonRows } from './json-rows'
import { transact } from './transact'

const MOST = 20
/** Whoever leads a span was among the first of one of its days: so much is summed, whatever else was read. */
const OF_A_DAY = 200
/** One reader does not make an article popular. */
const LEAST = 3

/** Reckons 热门 anew; tells the pages only when its order has changed. Answers whether it has. */
export async function reckonPopular(now = new Date()): Promise<boolean> {
  return await transact(async (tx) => {
    // One process reckons at a time; readers of the list go on.
    await tx.$executeRaw`LOCK TABLE "PopularArticle" IN SHARE ROW EXCLUSIVE MODE`
    const before = await tx.popularArticle.findMany({ orderBy: [{ span: 'asc' }, { position: 'asc' }] })
    const after: Place[] = []
    for (const span of POPULAR_SPANS) after.push(...(await rank(tx, span, now)))
    if (JSON.stringify(after.map(nameOf)) === JSON.stringify(before.map(nameOf))) return false
    await tx.popularArticle.deleteMany()
    await tx.popularArticle.createMany({ data: after })
    await publishTags(tx, [POPULAR])
    return true
  })
}

interface Place {
  span: string
  position: number
  articleId: string
}

const nameOf = ({ span, position, articleId }: Place) => `${span} ${position} ${articleId}`

async function rank(tx: Tx, span: PopularSpan, now: Date): Promise<Place[]> {
  const days = weighedDays(span, now, config().SITE_TIMEZONE)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH days AS (SELECT * FROM json_to_recordset(${jsonRows(days)}::json) AS x("day" date, "weight" float8)),
    leaders AS (
      SELECT DISTINCT r."articleId" FROM days CROSS JOIN LATERAL
        (SELECT "articleId" FROM "ArticleReads" WHERE "day" = days."day" ORDER BY "count" DESC LIMIT ${OF_A_DAY}) r)
    SELECT a."id" FROM leaders l
    JOIN "ArticleReads" r ON r."articleId" = l."articleId"
    JOIN days ON days."day" = r."day"
    JOIN "Article" a ON a."id" = l."articleId" AND a."listedAt" <= ${now}
    GROUP BY a."id" HAVING sum(r."count") >= ${LEAST} AND sum(r."count" * days."weight") > 0
    ORDER BY sum(r."count" * days."weight") DESC, a."id" LIMIT ${MOST}`
  return rows.map(({ id }, index) => ({ span, position: index + 1, articleId: id }))
}
