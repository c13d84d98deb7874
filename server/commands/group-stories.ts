import type { ArticleEvent } from '@/newsroom/article-event'
import { BULK, EVERYTHING } from '@/newsroom/cache-tags'
import { type Fingerprint, fingerprintKeys, isSameReport, keysInSpan, spanOf, textFingerprint } from '@/newsroom/text-fingerprint'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { placesOf, tagsOfPlaces } from './article-tags'
import { jsonRows } from './json-rows'

/** A report travels from outlet to outlet within days; what is alike after that is another year's notice. */
const WITHIN_DAYS = 3
/** What more outlets than this carry is a form they fill in. */
const MOST_REPORTS = 50
/** So many texts that may be alike are looked at, and so many that are. */
const MOST_LOOKED_AT = 200
const MOST_ALIKE = 20
/** Naming the pages of more articles costs more than rendering anew what is asked for. */
const MOST_NAMED = 100

interface Report {
  id: string
  sourceId: number | null
  listedAt: Date
  fingerprint: Fingerprint
}

/** Two articles alike: one that was announced and another the paper has. */
interface Pair extends Report {
  announced: string
}

/**
 * Finds which of these articles carry a report that another one carries too, and puts them into one story. Two that are
 * published in the same instant may miss each other.
 */
export async function groupStories(tx: Tx, events: readonly ArticleEvent[]): Promise<void> {
  const ids = events.map(({ articleId }) => articleId)
  const before = await storiesOf(tx, ids)
  const texts = events.filter(({ kind }) => kind === 'published' || kind === 'updated').map(({ articleId }) => articleId)
  const reports = await takeFingerprints(tx, texts)
  if (reports.length > 0) await placeReports(tx, reports, before)
  const after = await storiesOf(tx, ids)
  const touched = [...new Set([...before.values(), ...after.values()])]
  if (touched.length === 0) return
  const members = await tx.storyPlace.findMany({ where: { storyId: { in: touched } }, select: { articleId: true } })
  const concerned = new Set(members.map(({ articleId }) => articleId))
  if (concerned.size > MOST_NAMED) return await publishTags(tx, [EVERYTHING, BULK])
  await publishTags(tx, await tagsOfPlaces(tx, await placesOf(tx, [...concerned])))
}

async function storiesOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const places = await tx.storyPlace.findMany({ where: { articleId: { in: ids } }, select: { articleId: true, storyId: true } })
  return new Map(places.map(({ articleId, storyId }) => [articleId, storyId]))
}

/** Of what readers see of them; the oldest first. */
async function takeFingerprints(tx: Tx, ids: string[]): Promise<Report[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string; sourceId: number | null; listedAt: Date; plainText: string }[]>`
    SELECT a."id", a."sourceId", a."listedAt", r."plainText" FROM "Article" a
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    WHERE a."id" = ANY(${ids}) AND a."listedAt" IS NOT NULL ORDER BY a."listedAt", a."id"`
  const reports = rows.flatMap(({ plainText, ...row }): Report[] => {
    const fingerprint = textFingerprint(plainText)
    return fingerprint ? [{ ...row, fingerprint }] : []
  })
  const kept = reports.map(({ id }) => id)
  await tx.articleFingerprint.deleteMany({ where: { articleId: { in: ids, notIn: kept } } })
  await tx.storyPlace.deleteMany({ where: { articleId: { in: ids, notIn: kept } } })
  const values = reports.map(({ id, fingerprint, listedAt }) => ({
    id,
    values: fingerprint,
    keys: keysInSpan(fingerprintKeys(fingerprint), spanOf(listedAt)),
  }))
  await tx.$executeRaw`
    INSERT INTO "ArticleFingerprint" ("articleId", "values", "keys") SELECT x."id", x."values", x."keys"
    FROM json_to_recordset(${jsonRows(values)}::json) AS x("id" text, "values" int[], "keys" int[])
    ON CONFLICT ("articleId") DO UPDATE SET "values" = EXCLUDED."values", "keys" = EXCLUDED."keys"
    WHERE "ArticleFingerprint"."values" <> EXCLUDED."values" OR "ArticleFingerprint"."keys" <> EXCLUDED."keys"`
  return reports
}

/** `held`: the stories they stood in; whoever is alike with nobody any more leaves his. */
async function placeReports(tx: Tx, reports: Report[], held: Map<string, string>): Promise<void> {
  const pairs = Map.groupBy(await alikeWith(tx, reports), ({ announced }) => announced)
  const stories = new Map([
    ...held,
    ...(await storiesOf(
      tx,
      [...pairs.values()].flat().map(({ id }) => id),
    )),
  ])
  const sizes = await sizesOf(tx, [...new Set(stories.values())])
  const placed = new Map<string, string>()
  const alone: string[] = []
  for (const report of reports) {
    const alike = (pairs.get(report.id) ?? []).filter((other) => isSameReport(report, other))
    if (alike.length === 0) {
      if (held.has(report.id)) alone.push(report.id)
      continue
    }
    const [first = report] = [report, ...alike].sort((a, b) => a.listedAt.getTime() - b.listedAt.getTime())
    const storyId = alike.map(({ id }) => stories.get(id)).find((story) => story !== undefined) ?? first.id
    for (const { id } of [report, ...alike]) {
      if (stories.get(id) === storyId || (id !== report.id && stories.has(id))) continue
      const size = sizes.get(storyId) ?? 0
      if (size >= MOST_REPORTS) continue
      sizes.set(storyId, size + 1)
      stories.set(id, storyId)
      placed.set(id, storyId)
    }
  }
  if (alone.length > 0) await tx.storyPlace.deleteMany({ where: { articleId: { in: alone } } })
  if (placed.size === 0) return
  const rows = [...placed].map(([id, storyId]) => ({ id, storyId }))
  await tx.$executeRaw`
    INSERT INTO "StoryPlace" ("articleId", "storyId") SELECT x."id", x."storyId"
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "storyId" text)
    ON CONFLICT ("articleId") DO UPDATE SET "storyId" = EXCLUDED."storyId"`
}

async function sizesOf(tx: Tx, storyIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.storyPlace.groupBy({ by: ['storyId'], where: { storyId: { in: storyIds } }, _count: true })
  return new Map(rows.map(({ storyId, _count }) => [storyId, _count]))
}

async function alikeWith(tx: Tx, reports: Report[]): Promise<Pair[]> {
  const asked = reports.map(({ id, listedAt, fingerprint }) => {
    const keys = fingerprintKeys(fingerprint)
    return { id, at: listedAt, keys: [-1, 0, 1].flatMap((beside) => keysInSpan(keys, spanOf(listedAt) + beside)) }
  })
  return await tx.$queryRaw<Pair[]>`
    SELECT x."id" AS "announced", f."articleId" AS "id", f."values" AS "fingerprint", f."sourceId", f."listedAt"
    FROM json_to_recordset(${jsonRows(asked)}::json) AS x("id" text, "at" timestamptz, "keys" int[])
    CROSS JOIN LATERAL (
      SELECT k."articleId", k."values", near."sourceId", near."listedAt"
      FROM (SELECT "articleId", "values" FROM "ArticleFingerprint" WHERE "keys" && x."keys" LIMIT ${MOST_LOOKED_AT}) k
      JOIN "Article" near ON near."id" = k."articleId" AND near."id" <> x."id"
        AND near."listedAt" BETWEEN x."at" - make_interval(days => ${WITHIN_DAYS}::int)
          AND x."at" + make_interval(days => ${WITHIN_DAYS}::int)
      LIMIT ${MOST_ALIKE}) f`
}
