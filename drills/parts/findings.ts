import { setTimeout as sleep } from 'node:timers/promises'
import type { Ledger } from './ledger'
import { isKept, mediaFiles, namedFiles } from './pictures'
import { ask } from './sql'
import { stateIn } from './states'

/** What must never be, whatever happened: each answers the ids of those it is true of. */
const HALVES = {
  'live without a text': `SELECT a."id" FROM "Article" a LEFT JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    WHERE a."publication" = 'live' AND (r."number" IS NULL OR a."importKey" IS NULL AND (r."bodyHtml" = '' OR r."plainText" = ''))`,
  'live and not to be found': `SELECT a."id" FROM "Article" a WHERE a."listedAt" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "SearchEntry" e WHERE e."articleId" = a."id")
    AND NOT EXISTS (SELECT FROM "SearchStale" s WHERE s."articleId" = a."id")`,
  'an article without any text': `SELECT a."id" FROM "Article" a WHERE NOT EXISTS (SELECT FROM "Revision" r WHERE r."articleId" = a."id")
    AND NOT EXISTS (SELECT FROM "Draft" d WHERE d."articleId" = a."id")`,
  'an article without a category': `SELECT a."id" FROM "Article" a
    WHERE NOT EXISTS (SELECT FROM "ArticleCategory" c WHERE c."articleId" = a."id")`,
  'a draft of a revision there is not': `SELECT d."articleId" AS "id" FROM "Draft" d LEFT JOIN "Revision" r
    ON r."articleId" = d."articleId" AND r."number" = d."revision" WHERE d."revision" IS NOT NULL AND r."number" IS NULL`,
  'numbers of revisions left out': `SELECT "articleId" AS "id" FROM "Revision" GROUP BY 1 HAVING max("number") <> count(*)`,
  'made, and not in the record': `SELECT d."articleId" AS "id" FROM "Draft" d WHERE NOT EXISTS (SELECT FROM "AuditEntry" e
    WHERE e."subject" = 'article:' || d."articleId" AND e."action" = 'article.create')`,
  'a deed without its link in the chain': `SELECT e."id"::text AS "id" FROM "AuditEntry" e
    WHERE NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."entryId" = e."id")`,
  'scheduled and no schedule': `SELECT a."id" FROM "Article" a WHERE a."publication" = 'scheduled' AND a."importKey" IS NULL AND NOT EXISTS (SELECT FROM "Schedule" s
    WHERE s."articleId" = a."id" AND s."doneAt" IS NULL AND s."canceledAt" IS NULL)`,
}

/** True for a while where the queue gave a picture up, in a process that was killed with it again and again: the site puts it in anew. */
const UNMADE = `SELECT m."id" FROM "Media" m WHERE m."state" = 'pending' AND NOT EXISTS (SELECT FROM pgboss.job j
  WHERE j."name" = 'media.render' AND j."data"->>'mediaId' = m."id" AND j."state" < 'completed')`
/** The site looks for them three times meanwhile. */
const [UNMADE_WITHIN_MS, UNMADE_EVERY_MS] = [90_000, 1_000]

interface PublishedRow {
  id: string
  publication: string | null
  body: string | null
  revisions: number
  published: number
  changed: number
  toldPublished: number
  toldUpdated: number
  toldCorrected: number
  corrections: string[]
}

/** Compares a database and a media folder with what people were told is done. */
export class Findings {
  readonly lost = new Set<string>()
  readonly doubled = new Set<string>()
  readonly halves = new Set<string>()
  readonly withoutFiles = new Set<string>()
  readonly scheduledWrongly = new Set<string>()
  readonly outboxWrongly = new Set<string>()

  constructor(
    readonly url: () => string,
    readonly dataDir: string,
  ) {}

  async look(ledger: Ledger): Promise<void> {
    await this.#autosaved(ledger)
    await this.#published(ledger)
    await this.#pictures(ledger)
    for (const [what, sql] of Object.entries(HALVES))
      for (const { id } of await ask<{ id: string }>(this.url, sql)) this.halves.add(`${what}: ${id}`)
    await this.#unmade()
    // The names first: meanwhile a picture may be made.
    const named = await namedFiles(this.url)
    const files = new Set(await mediaFiles(this.dataDir))
    for (const key of named) if (!files.has(key)) this.withoutFiles.add(key)
  }

  /** Once their time has come and the outbox is empty. */
  async lookAtSchedules({ scheduled }: Ledger): Promise<void> {
    const rows = await ask<{ id: string; live: boolean; published: number; told: number; done: number; open: number; at: Date }>(
      this.url,
      `SELECT a."id", a."publication" = 'live' AS "live", a."publishedAt" AS "at",
         (SELECT count(*)::int FROM "AuditEntry" e WHERE e."subject" = 'article:' || a."id" AND e."action" = 'article.publish') AS "published",
         (SELECT count(*)::int FROM "Delivery" d WHERE d."articleId" = a."id" AND d."event" = 'article.published') AS "told",
         (SELECT count(*)::int FROM "Schedule" s WHERE s."articleId" = a."id" AND s."doneAt" IS NOT NULL) AS "done",
         (SELECT count(*)::int FROM "Schedule" s WHERE s."articleId" = a."id" AND s."doneAt" IS NULL AND s."canceledAt" IS NULL) AS "open"
       FROM "Article" a WHERE a."id" = ANY($1)`,
      [scheduled.map(({ id }) => id)],
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    for (const { id, at } of scheduled) {
      const row = found.get(id)
      if (!row) {
        this.lost.add(id)
        continue
      }
      const once = row.live && row.published === 1 && row.done <= 1 && row.open === 0
      if (!once || row.at.getTime() < at.getTime()) this.scheduledWrongly.add(id)
      if (row.told !== 1) this.outboxWrongly.add(id)
    }
  }

  async #unmade(): Promise<void> {
    const until = Date.now() + UNMADE_WITHIN_MS
    for (;;) {
      const unmade = await ask<{ id: string }>(this.url, UNMADE)
      if (unmade.length === 0) return
      if (Date.now() > until) {
        for (const { id } of unmade) this.halves.add(`a picture to be made and no job: ${id}`)
        return
      }
      await sleep(UNMADE_EVERY_MS)
    }
  }

  async #autosaved({ autosaved }: Ledger): Promise<void> {
    const rows = await ask<{ id: string; version: number; body: string }>(
      this.url,
      `SELECT "articleId" AS "id", "version", "content"->>'bodyHtml' AS "body" FROM "Draft" WHERE "articleId" = ANY($1)`,
      [autosaved.map(({ id }) => id)],
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    for (const { id, states } of autosaved) {
      const { version = 0, body = '' } = found.get(id) ?? {}
      if (version < states || (states > 0 && stateIn(body) !== states)) this.lost.add(id)
      if (version > states) this.doubled.add(id)
    }
  }

  async #published({ published }: Ledger): Promise<void> {
    const count = (table: string, where: string) => `(SELECT count(*)::int FROM "${table}" x WHERE ${where})`
    const audited = (action: string) => count('AuditEntry', `x."subject" = 'article:' || a."id" AND x."action" = '${action}'`)
    const told = (event: string) => count('Delivery', `x."articleId" = a."id" AND x."event" = 'article.${event}'`)
    const rows = await ask<PublishedRow>(
      this.url,
      `SELECT a."id", a."publication"::text, r."bodyHtml" AS "body", ${count('Revision', 'x."articleId" = a."id"')} AS "revisions",
         ${audited('article.publish')} AS "published", ${audited('article.publish-change')} AS "changed",
         ${told('published')} AS "toldPublished", ${told('updated')} AS "toldUpdated", ${told('corrected')} AS "toldCorrected",
         ARRAY(SELECT c."wrong" FROM "Correction" c WHERE c."articleId" = a."id") AS "corrections"
       FROM "Article" a LEFT JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision" WHERE a."id" = ANY($1)`,
      [published.map(({ id }) => id)],
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    for (const { id, changes, corrections } of published) {
      const row = found.get(id)
      if (row?.publication !== 'live' || stateIn(row.body ?? '') !== changes + 1) {
        this.lost.add(id)
        continue
      }
      if (row.revisions < changes + 1 || row.published < 1 || row.changed < changes) this.lost.add(id)
      if (row.revisions > changes + 1 || row.published > 1 || row.changed > changes) this.doubled.add(id)
      for (const { wrong, isTold } of corrections) {
        const times = row.corrections.filter((each) => each === wrong).length
        if (times === 0 && isTold) this.lost.add(wrong)
        if (times > 1) this.doubled.add(wrong)
      }
      const isOnce = row.toldPublished === 1 && row.toldUpdated === changes && row.toldCorrected === row.corrections.length
      if (!isOnce) this.outboxWrongly.add(id)
    }
  }

  async #pictures({ pictures }: Ledger): Promise<void> {
    const rows = await ask<{ id: string; times: number }>(
      this.url,
      `SELECT m."id", (SELECT count(*)::int FROM "AuditEntry" e WHERE e."subject" = 'media:' || m."id" AND e."action" = 'media.upload') AS "times"
       FROM "Media" m WHERE m."id" = ANY($1)`,
      [pictures],
    )
    const found = new Map(rows.map(({ id, times }) => [id, times]))
    for (const id of pictures) {
      const times = found.get(id) ?? 0
      if (times === 0 || !(await isKept(this.dataDir, id))) this.lost.add(id)
      if (times > 1) this.doubled.add(id)
    }
  }
}
