import { setImmediate } from 'node:timers/promises'
import { articlePath } from '@/newsroom/addresses'
import { picturesOfWire, readWireBody, settleWireBody } from '@/newsroom/api/wire-body'
import type { WireItem, WireResult } from '@/newsroom/api/wire-item'
import { wireHash, wirePost } from '@/newsroom/api/wire-post'
import { type Rendition, readRenditions } from '@/newsroom/rendition'
import { config } from '@/server/config'
import { db, type Tx } from '@/server/db'
import { databaseNow } from './database-now'
import { importBatch } from './import-articles'
import type { ImportFile, ItemResult } from './import-batch'
import { recordAudit } from './record-audit'
import { recordMediaUse } from './record-media-use'
import type { WireActor } from './wire-actor'
import { type Filing, wireCategories } from './wire-categories'

/** An article of a delivery, its body as it will be stored. */
interface Delivered {
  item: WireItem
  publish: boolean
  body: ReturnType<typeof settleWireBody>
  /** whether it shows pictures of the library */
  pictured: boolean
}

/** What all of a delivery is read with. */
interface Around {
  actor: WireActor
  filings: ReadonlyMap<string, Filing>
  now: Date
}

type Faults = WireResult['errors']

/** As long as an archive's batch may be under way before it. */
const LONGEST_WAIT_MS = 120_000

/**
 * Takes in what a wire delivers, by the importer's own rules: what comes again unchanged changes nothing, what the newsroom has
 * edited since is kept beside it, what was withdrawn stays so. One transaction; an article that cannot be taken is refused by
 * itself. Answers one result an item, in their order.
 */
export async function ingestArticles(actor: WireActor, items: readonly WireItem[]): Promise<WireResult[]> {
  const delivered = await readBodies(actor, items)
  return await db().$transaction(async (tx) => await takeIn(tx, actor, delivered), {
    timeout: LONGEST_WAIT_MS,
    maxWait: LONGEST_WAIT_MS,
  })
}

/** One after the other, with readers served between them. */
async function readBodies(actor: WireActor, items: readonly WireItem[]): Promise<Delivered[]> {
  const delivered: Delivered[] = []
  for (const item of items) {
    await setImmediate()
    const text = readWireBody(item)
    const library = await picturesOf(picturesOfWire(text))
    const body = settleWireBody(text, library)
    delivered.push({ item, publish: item.publish ?? actor.mayPublish, body, pictured: library.size > 0 })
  }
  return delivered
}

async function takeIn(tx: Tx, actor: WireActor, delivered: Delivered[]): Promise<WireResult[]> {
  const names = delivered.flatMap(({ item }) => item.categories)
  const around: Around = { actor, filings: await wireCategories(tx, actor, names), now: await databaseNow(tx) }
  const seen = new Set<string>()
  const read = delivered.map((each) => {
    const file = readItem(each, around, seen.has(each.item.externalId))
    seen.add(each.item.externalId)
    return { ...each, file }
  })
  const files = read.flatMap(({ file }) => ('path' in file ? [file] : []))
  const results = files.length === 0 ? [] : await take(tx, actor, files)
  const byPath = new Map(results.map((result) => [result.path, result]))
  for (const { item, pictured } of read) {
    const { outcome, articleId } = byPath.get(item.externalId) ?? {}
    // An import knows of the pictures it brought; these were here before.
    if (pictured && outcome === 'created' && articleId) await recordMediaUse(tx, articleId)
  }
  const addresses = await addressesOf(tx, results)
  return read.map(({ item: { externalId }, file }) => {
    if (!('path' in file)) return { externalId, outcome: 'refused', id: null, url: null, keptAside: false, errors: file.errors }
    const { outcome = 'refused', articleId: id = null, keptAside = false } = byPath.get(file.path) ?? {}
    const url = (id && addresses.get(id)) ?? null
    // What is found by its own path has no other file beside it.
    return { externalId, outcome: outcome === 'duplicate' ? 'unchanged' : outcome, id, url, keptAside, errors: [] }
  })
}

function readItem({ item, publish, body }: Delivered, around: Around, again: boolean): ImportFile | { errors: Faults } {
  const { actor, filings, now } = around
  const errors: Faults = [
    ...(again ? [{ field: 'externalId', detail: 'stands in this delivery already' }] : []),
    ...(publish && !actor.mayPublish ? [{ field: 'publish', detail: 'the token may leave drafts only' }] : []),
    ...(body.plainText === '' ? [{ field: 'bodyHtml', detail: 'nothing of it is text' }] : []),
    ...item.categories.flatMap((name, index) => {
      const filing = filings.get(name)
      return filing && 'fault' in filing ? [{ field: `categories.${index}`, detail: filing.fault }] : []
    }),
  ]
  if (errors.length > 0) return { errors }
  const categoryIds = item.categories.flatMap((name) => {
    const filing = filings.get(name)
    return filing && 'id' in filing ? [filing.id] : []
  })
  const post = wirePost(item, { body, publish, language: config().SITE_LOCALE, now })
  return {
    path: post.path,
    contentHash: wireHash(item, publish),
    post: { ...post, leadMediaId: null, media: [], wire: { categoryIds: [...new Set(categoryIds)] } },
    notes: [],
    holderGone: false,
  }
}

async function picturesOf(ids: string[]): Promise<Map<string, Rendition[]>> {
  if (ids.length === 0) return new Map()
  const media = await db().media.findMany({ where: { id: { in: ids }, state: 'ready' }, select: { id: true, renditions: true } })
  return new Map(media.map(({ id, renditions }) => [id, readRenditions(renditions)]))
}

/** The importer's command, with one line in the record for a delivery that changed something. */
async function take(tx: Tx, actor: WireActor, files: ImportFile[]): Promise<ItemResult[]> {
  const archive = actor.name
  // One run a wire: it has no beginning and no end.
  const run = (await tx.importRun.findFirst({ where: { archive } })) ?? (await tx.importRun.create({ data: { archive } }))
  const results = await importBatch(tx, actor, { runId: run.id, archive, files })
  const count = (wanted: ItemResult['outcome']) => results.filter(({ outcome }) => outcome === wanted).length
  const after = { created: count('created'), changed: count('changed') }
  if (after.created + after.changed > 0)
    await recordAudit(tx, actor, { action: 'wire.deliver', subject: `token:${actor.tokenId}`, label: actor.label, after })
  return results
}

/** Where readers find those that are live. */
async function addressesOf(tx: Tx, results: ItemResult[]): Promise<Map<string, string>> {
  const ids = results.flatMap(({ articleId }) => articleId ?? [])
  const live = await tx.article.findMany({
    where: { id: { in: ids }, publication: 'live' },
    select: { id: true, publishedAt: true },
  })
  const { SITE_URL, SITE_TIMEZONE } = config()
  return new Map(
    live.flatMap(({ id, publishedAt }) =>
      publishedAt ? [[id, SITE_URL + articlePath({ id, publishedAt }, SITE_TIMEZONE)] as const] : [],
    ),
  )
}
