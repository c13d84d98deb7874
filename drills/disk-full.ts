// The disk of the pictures, of the log, of the database is full: readers go on, staff are told, and once there is room again all is
// well without anybody doing anything.
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { writeArchive } from './parts/archive'
import { Desk, newId } from './parts/desk'
import type { Drill, DrillOptions } from './parts/drill'
import { FIGURE_OF, NumberedDraft } from './parts/numbered-draft'
import { isKept, mediaFiles, namedFiles, noisePicture, sha256 } from './parts/pictures'
import { makeFolder, postmasterOf, removeFolder } from './parts/processes'
import { databaseUrl, Site } from './parts/site'
import { SmallDisk } from './parts/small-disk'
import { ask } from './parts/sql'

const FAULTS = ['media', 'log', 'tables', 'WAL'] as const
type Fault = (typeof FAULTS)[number]
const [ROUNDS, SHORT_ROUNDS] = [5, 1]
/** Room for all that is put there when nothing fills it up: some five megabytes a round of pictures. */
const SIZES_MB = { data: 600, media: 100, log: 4 }
const POSTS = 6
/** While it is full: so often every page is read and a text saved. */
const LOOKS = 8
const BACK_WITHIN_MS = 60_000

export const drill: Drill = {
  name: 'disk-full',
  isLong: true,
  about:
    'The disk is filled to the last byte under the pictures, under the log, under the tables and under the WAL (PostgreSQL ends with a PANIC and starts again): readers get pages, staff a word, an import ends with one; with room again all goes on, nothing is half, no index or table is damaged.',
  async run({ short, rounds = short ? SHORT_ROUNDS : ROUNDS, say }: DrillOptions) {
    const folder = await makeFolder()
    const places = { data: join(folder, 'data'), media: join(folder, 'data', 'media'), log: join(folder, 'log') }
    const disks: Partial<Record<keyof typeof places, SmallDisk>> = {}
    try {
      for (const name of ['data', 'media', 'log'] as const) disks[name] = SmallDisk.mount(places[name], SIZES_MB[name])
    } catch (error) {
      removeFolder(folder)
      const reason = `full disks: this user may not mount any (${(error as Error).message.split('\n').at(-1)})`
      return { figures: {}, mustBeZero: [], skipped: [reason] }
    }
    const site = await Site.at(places.data, { LOG_LEVEL: 'info', ACCESS_LOG: 'all' }, join(places.log, 'site.log'))
    try {
      await site.start()
      const filling = await Filling.begin(site, disks as Record<keyof typeof places, SmallDisk>, folder)
      for (let round = 0; round < rounds; round++)
        for (const fault of FAULTS) say(`${fault}: staff save ${Math.round(await filling.round(fault))} ms after there is room`)
      return await filling.result(say)
    } finally {
      for (const disk of Object.values(disks)) disk.empty()
      await site.stop()
      for (const disk of Object.values(disks).toReversed()) disk.unmount()
      removeFolder(folder)
    }
  },
}

class Filling {
  readonly #figures = {
    ...{ rounds: 0, faults: 0, 'acknowledged writes': 0, lost: 0, doubled: 0 },
    ...{ 'pages asked for meanwhile': 0, 'pages not there': 0, '/healthz not 200': 0 },
    ...{ 'saves taken meanwhile': 0, 'saves told to come again': 0, 'saves told nothing': 0 },
    ...{ 'uploads refused with a word': 0, 'uploads not told why': 0, 'imports that ended well without room': 0 },
    ...{ 'posts without their picture': 0, 'files without a picture': 0, 'pictures without files': 0, 'pictures not made': 0 },
    'locks left behind': 0,
    ...{ 'logs that stayed silent': 0, 'PostgreSQL went down': 0, 'not back': 0, 'tables and indexes checked': 0, damaged: 0 },
    'staff save again, ms, longest': 0,
  }
  readonly #draft: NumberedDraft
  #posts = 0

  private constructor(
    readonly site: Site,
    readonly disks: Record<'data' | 'media' | 'log', SmallDisk>,
    readonly folder: string,
    readonly desk: Desk,
    category: number,
    readonly pages: string[],
  ) {
    // Long texts, which need room.
    this.#draft = new NumberedDraft(desk, category, (number) => `<p>${sha256(Buffer.from(String(number))).repeat(400)}</p>`)
  }

  static async begin(site: Site, disks: Filling['disks'], folder: string): Promise<Filling> {
    const desk = await Desk.signIn(site.url)
    const category = await desk.openCategory('快讯', 0)
    const id = newId()
    await desk.save(id, 0, { headline: '仓满那一夜', bodyHtml: '<p>灯一直亮着。</p>', categoryIds: [category] })
    await desk.act(`/admin/articles/${id}`, 'publish', id, {})
    const path = (await desk.find(id))?.path
    if (!path) throw new Error('no article was published')
    return new Filling(site, disks, folder, desk, category, ['/', path, '/category', '/feed.xml', '/sitemap.xml'])
  }

  /** Milliseconds from when there is room to the first save that is taken. */
  async round(fault: Fault): Promise<number> {
    await this.#warm()
    if (!(await this.#save())) throw new Error('it does not save while there is room')
    const disk = this.disks[fault === 'media' || fault === 'log' ? fault : 'data']
    const pid = postmasterOf(this.site.dataDir)
    // Nobody new gets in while the disk is full.
    const client = new Client({ connectionString: this.#url() })
    client.on('error', () => {})
    await client.connect()
    disk.fill()
    if (fault === 'WAL') await exhaustWal(client)
    await client.end().catch(() => {})
    for (let look = 0; look < LOOKS; look++) {
      await this.#read()
      if (await this.#save()) this.#figures['saves taken meanwhile']++
      if ((await this.site.status('/healthz')) !== 200) this.#figures['/healthz not 200']++
    }
    const refused = fault === 'media' ? await this.#withoutRoom() : null
    disk.empty()
    const back = performance.now()
    while (!(await this.#save()) && performance.now() - back < BACK_WITHIN_MS) await sleep(100)
    const backMs = performance.now() - back
    if (backMs >= BACK_WITHIN_MS) this.#figures['not back']++
    this.#figures['staff save again, ms, longest'] = Math.round(Math.max(this.#figures['staff save again, ms, longest'], backMs))
    if (fault === 'WAL' || postmasterOf(this.site.dataDir) !== pid) this.#figures['PostgreSQL went down']++
    if (refused) await this.#withRoom(refused)
    if (fault === 'log') await this.#speaksAgain()
    if (await this.#draft.isLost()) this.#figures.lost++
    this.#figures.faults++
    this.#figures.rounds++
    return backMs
  }

  async result(say: (line: string) => void) {
    await this.#lookAtFiles()
    await this.#examine(say)
    const [verified] = (await once(this.site.command('audit', 'verify'), 'exit')) as [number]
    if (verified !== 0) this.#figures.damaged++
    const counted = ['rounds', 'faults', 'acknowledged writes', 'pages asked for meanwhile', 'saves taken meanwhile']
    counted.push('saves told to come again', 'uploads refused with a word', 'PostgreSQL went down', 'tables and indexes checked')
    counted.push('staff save again, ms, longest')
    return { figures: this.#figures, mustBeZero: Object.keys(this.#figures).filter((name) => !counted.includes(name)) }
  }

  async #warm(): Promise<void> {
    for (const path of this.pages)
      for (let tries = 0; tries < 100 && (await this.site.status(path)) !== 200; tries++) await sleep(100)
  }

  async #read(): Promise<void> {
    for (const path of this.pages) {
      this.#figures['pages asked for meanwhile']++
      if ((await this.site.status(path)) !== 200) this.#figures['pages not there']++
    }
  }

  async #save(): Promise<boolean> {
    const saved = await this.#draft.save()
    if (saved !== 'stale') this.#figures[FIGURE_OF[saved]]++
    return saved === 'taken'
  }

  /** Once every picture is made in all its sizes: the making of one whose end the database did not hear is begun anew after five minutes. */
  async #lookAtFiles(): Promise<void> {
    const pending = `SELECT FROM "Media" WHERE "state" <> 'ready'`
    for (let looks = 0; looks < 800 && (await ask(this.#url, pending)).length > 0; looks++) await sleep(500)
    const [files, named] = [await mediaFiles(this.site.dataDir), await namedFiles(this.#url)]
    this.#figures['files without a picture'] = files.filter((key) => !named.includes(key) && key !== '.probe').length
    this.#figures['pictures without files'] = named.filter((key) => !files.includes(key)).length
    this.#figures['pictures not made'] = (await ask(this.#url, pending)).length
    const names = await readdir(this.site.dataDir)
    this.#figures['locks left behind'] = names.filter((name) => /\.lock\./.test(name)).length
  }

  /** Of an upload and of an import, without room for pictures. */
  async #withoutRoom(): Promise<Buffer> {
    const bytes = await noisePicture(1_600, 1_200)
    const init = { method: 'POST', body: bytes as BodyInit, headers: { 'x-file-name': 'quay.jpg' } }
    const answer = await this.desk.ask('/admin/media/upload', init)
    const told = (await answer?.json().catch(() => null)) as { message?: string } | null
    if (answer?.status === 507 && told?.message) this.#figures['uploads refused with a word']++
    else this.#figures['uploads not told why']++
    await writeArchive(join(this.folder, 'archive'), POSTS, '仓', { from: this.#posts, pictureEvery: 1 })
    this.#posts += POSTS
    if ((await this.#import()) === 0) this.#figures['imports that ended well without room']++
    return bytes
  }

  /** The same again: nothing of the first time is in the way. */
  async #withRoom(bytes: Buffer): Promise<void> {
    const answer = await this.desk.upload(bytes, 'quay.jpg')
    if (answer.kind === 'ok') this.#figures['acknowledged writes']++
    if (answer.kind !== 'ok' || !(await isKept(this.site.dataDir, sha256(bytes)))) this.#figures.lost++
    await this.#import()
    const [row] = await ask<{ whole: number }>(
      this.#url,
      `SELECT count(*)::int AS "whole" FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
       WHERE r."headline" LIKE '仓%号堤段' AND a."leadMediaId" IS NOT NULL`,
    )
    this.#figures['posts without their picture'] += Math.abs(this.#posts - (row?.whole ?? 0))
  }

  async #import(): Promise<number> {
    const [code] = (await once(this.site.command('import', join(this.folder, 'archive')), 'exit')) as [number]
    return code
  }

  async #speaksAgain(): Promise<void> {
    const before = statSync(this.site.log).size
    for (let tries = 0; tries < 50; tries++) {
      await this.site.status('/2026')
      if (statSync(this.site.log).size > before) return
      await sleep(100)
    }
    this.#figures['logs that stayed silent']++
  }

  /** Every index against its table, every table by itself (contrib amcheck). */
  async #examine(say: (line: string) => void): Promise<void> {
    await ask(this.#url, 'CREATE EXTENSION IF NOT EXISTS amcheck')
    const objects = await ask<{ name: string; sql: string }>(
      this.#url,
      `SELECT c.oid::regclass::text AS "name", CASE c.relkind
         WHEN 'r' THEN format('SELECT count(*)::int AS "faults" FROM verify_heapam(%s)', c.oid)
         ELSE format('SELECT 0 AS "faults" FROM bt_index_check(%s, true)', c.oid) END AS "sql"
       FROM pg_class c JOIN pg_am am ON am.oid = c.relam JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'pgboss') AND (c.relkind = 'r' OR c.relkind = 'i' AND am.amname = 'btree')`,
    )
    const client = new Client({ connectionString: this.#url() })
    await client.connect()
    for (const { name, sql } of objects) {
      this.#figures['tables and indexes checked']++
      const faults = await client.query<{ faults: number }>(sql).then(
        ({ rows }) => (rows[0]?.faults ? `${rows[0].faults} faults` : null),
        (error: Error) => error.message,
      )
      if (faults === null) continue
      this.#figures.damaged++
      say(`${name}: ${faults}`)
    }
    await client.end()
  }

  readonly #url = (): string => databaseUrl(this.site.dataDir)
}

/** Until PostgreSQL cannot write what it must: it ends every session. */
async function exhaustWal(client: Client): Promise<void> {
  try {
    for (let written = 0; written < 1_000; written++)
      await client.query(`SELECT pg_logical_emit_message(true, 'drill', repeat(md5(random()::text), 40000))`)
  } catch {
    // It went down.
  }
}
