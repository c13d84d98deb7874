import type { ArticleEvent } from '@/newsroom/article-event'
import { type Fingerprint, fingerprintKeys, isSameReport, textFingerprint } from '@/newsroom/text-fingerprint'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { placesOf, tagsOfPlaces } from './article-tags'
import { jsonRows } from './json-rows'

/** A report travels from outlet to outlet within days; what is alike after that is another year's notice. */
const WITHIN_DAYS = 3

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
  const concerned = new Set([...members.map(({ articleId }) => articleId), ...ids])
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
  const values = reports.map(({ id, fingerprint }) => ({ id, values: fingerprint, keys: fingerprintKeys(fingerprint) }))
  await tx.$executeRaw`
    INSERT INTO "ArticleFingerprint" ("articleId", "values", "keys") SELECT x."id", x."values", x."keys"
    FROM json_to_recordset(${jsonRows(values)}::json) AS x("id" text, "values" int[], "keys" int[])
    ON CONFLICT ("articleId") DO UPDATE SET "values" = EXCLUDED."values", "keys" = EXCLUDED."keys"
    WHERE "ArticleFingerprint"."values" <> EXCLUDED."values"`
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

async function alikeWith(tx: Tx, reports: Report[]): Promise<Pair[]> {
  const asked = reports.map(({ id, listedAt, fingerprint }) => ({ id, at: listedAt, keys: fingerprintKeys(fingerprint) }))
  return await tx.$queryRaw<Pair[]>`
    SELECT x."id" AS "announced", f."articleId" AS "id", f."values" AS "fingerprint", o."sourceId", o."listedAt"
    FROM json_to_recordset(${jsonRows(asked)}::json) AS x("id" text, "at" timestamptz, "keys" int[])
    CROSS JOIN LATERAL (SELECT k."articleId", k."values" FROM "ArticleFingerprint" k WHERE k."keys" && x."keys" OFFSET 0) f
    JOIN "Article" o ON o."id" = f."articleId" AND o."id" <> x."id"
    WHERE o."listedAt" BETWEEN x."at" - make_interval(days => ${WITHIN_DAYS}::int) AND x."at" + make_interval(days => ${WITHIN_DAYS}::int)`
}
