// Backups while people write, and what they are worth: restored on an empty folder and compared from outside; damaged at random
// places and refused; and the other way out, an export that is imported again.
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeArchive } from './parts/archive'
import { damaged } from './parts/damage'
import { Desk } from './parts/desk'
import { Dice } from './parts/dice'
import type { Drill, DrillOptions } from './parts/drill'
import { Findings } from './parts/findings'
import { Ledger } from './parts/ledger'
import { Newsroom } from './parts/newsroom'
import { mediaFiles, namedFiles, sha256 } from './parts/pictures'
import { makeFolder, removeFolder } from './parts/processes'
import { databaseUrl, Site } from './parts/site'
import { ask } from './parts/sql'
import { rowsOf } from './parts/table-rows'

const [ROUNDS, SHORT_ROUNDS] = [10, 1]
/** Tried on the backup of each round. */
const [DAMAGES, SHORT_DAMAGES] = [10, 3]
const POSTS = 60

export const drill: Drill = {
  name: 'backup',
  isLong: true,
  about:
    'Backups while people write, schedule, upload and import, restored on an empty folder: all that was acknowledged before is there, the same rows and pictures byte for byte; files cut or changed at a random place are refused before anything is changed; an export imported again is the same paper.',
  async run({ short, seed, rounds = short ? SHORT_ROUNDS : ROUNDS, say }: DrillOptions) {
    const folder = await makeFolder()
    const site = await Site.at(join(folder, 'data'))
    try {
      await site.start()
      const saving = await Saving.begin(site, folder, new Dice(seed), say)
      for (let round = 0; round < rounds; round++) await saving.round(round, short ? SHORT_DAMAGES : DAMAGES)
      await saving.quiet()
      await saving.roundTrip()
      return saving.result()
    } finally {
      await site.stop()
      removeFolder(folder)
    }
  },
}

class Saving {
  readonly #figures = {
    ...{ rounds: 0, 'acknowledged writes': 0, lost: 0, doubled: 0, 'half articles': 0 },
    ...{ 'commands that failed': 0, 'rows compared': 0, 'rows not the same': 0, 'files compared': 0, 'files not the same': 0 },
    ...{ 'damaged files tried': 0, 'damaged files taken': 0, 'refused, and something changed': 0 },
    ...{ 'articles exported': 0, 'articles not the same': 0, 'addresses not the same': 0, 'rows a second import changed': 0 },
    'odd answers': 0,
  }
  readonly #ledger = new Ledger()

  private constructor(
    readonly site: Site,
    readonly folder: string,
    readonly desk: Desk,
    readonly category: number,
    readonly dice: Dice,
    readonly say: (line: string) => void,
  ) {}

  static async begin(site: Site, folder: string, dice: Dice, say: (line: string) => void): Promise<Saving> {
    const desk = await Desk.signIn(site.url)
    return new Saving(site, folder, desk, await desk.openCategory('快讯', 0), dice, say)
  }

  /** A backup in the middle of the work holds all that was acknowledged when it began, and nothing half. */
  async round(round: number, damages: number): Promise<void> {
    await this.#work(async () => await sleep(this.dice.between(800, 1_500)))
    const before = this.#ledger.since({ autosaved: 0, published: 0, scheduled: 0, pictures: 0 })
    const file = join(this.folder, `${round}.tar.zst`)
    const archive = join(this.folder, 'archive')
    await writeArchive(archive, POSTS, '汛', { from: round * POSTS, pictureEvery: 10 })
    await this.#work(async () => {
      const importing = this.site.command('import', archive)
      await sleep(this.dice.between(0, 1_500))
      await this.#run(this.site, 'backup', file)
      if (importing.exitCode === null) await once(importing, 'exit')
    })
    await this.#restored(file, async (copy) => await this.#compareUnderLoad(copy, before))
    await this.#refuse(file, damages)
    await rm(file)
    this.#figures.rounds++
    this.say(`backup ${round + 1}: restored and compared, ${damages} damaged copies tried`)
  }

  /** When nobody writes, every row and every file is the same. */
  async quiet(): Promise<void> {
    const file = join(this.folder, 'quiet.tar.zst')
    await this.#becomesQuiet()
    const [rows, files] = [await rowsOf(this.#url(this.site)), await this.#hashes(this.site)]
    await this.#run(this.site, 'backup', file)
    await this.#restored(file, async (copy) => {
      this.#figures['rows compared'] += rows.count
      const changed = rows.changedIn(await rowsOf(this.#url(copy)))
      // The one line that says that it was restored.
      const restores = `SELECT FROM "AuditEntry" WHERE "action" = 'site.restore'`
      this.#figures['rows not the same'] += Math.abs(changed - (await ask(this.#url(copy), restores)).length)
      const named = new Set(await namedFiles(this.#url(copy)))
      await this.#compareFiles(new Map([...files].filter(([key]) => named.has(key))), await this.#hashes(copy))
    })
  }

  /** Out as a Jekyll site, and in again elsewhere. */
  async roundTrip(): Promise<void> {
    const exported = join(this.folder, 'exported')
    const copy = await Site.at(join(this.folder, 'copy'), { SITE_URL: this.site.url, JOBS: 'worker' })
    const mine = await this.#articles(this.site)
    await this.#run(this.site, 'export', exported)
    await this.#run(copy, 'import', exported)
    await copy.start()
    try {
      const theirs = new Map((await this.#articles(copy)).map((article) => [article.id, article]))
      this.#figures['articles exported'] = mine.length
      for (const article of mine) {
        if (JSON.stringify(article) !== JSON.stringify(theirs.get(article.id))) this.#figures['articles not the same']++
        theirs.delete(article.id)
      }
      this.#figures['articles not the same'] += theirs.size
      await this.#compareAddresses(copy)
      const rows = await rowsOf(this.#url(copy))
      await this.#run(copy, 'import', exported)
      this.#figures['rows a second import changed'] += rows.changedIn(await rowsOf(this.#url(copy)))
    } finally {
      await copy.stop()
    }
    this.say(`${mine.length} articles went out and came in again`)
  }

  result() {
    const { rounds: _, 'acknowledged writes': __, ...rest } = this.#figures
    const counted = ['rows compared', 'files compared', 'damaged files tried', 'articles exported']
    return {
      figures: { ...this.#figures, 'acknowledged writes': this.#ledger.acknowledged },
      mustBeZero: Object.keys(rest).filter((name) => !counted.includes(name)),
    }
  }

  async #work(meanwhile: () => Promise<void>): Promise<void> {
    const newsroom = new Newsroom(this.desk, this.category, this.#ledger, this.dice)
    newsroom.begin()
    await meanwhile().finally(() => newsroom.settle())
    for (const what of newsroom.odd) this.say(what.slice(0, 300))
    this.#figures['odd answers'] += newsroom.odd.length
  }

  async #restored(file: string, look: (copy: Site) => Promise<void>): Promise<void> {
    const dataDir = join(this.folder, 'restored')
    // Its clock stands: what is due there is not to be done while it is compared.
    const copy = await Site.at(dataDir, { JOBS: 'worker' })
    await this.#run(copy, 'restore', file)
    await copy.start()
    try {
      await look(copy)
    } finally {
      await copy.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  }

  async #compareUnderLoad(copy: Site, before: Ledger): Promise<void> {
    const findings = new Findings(this.#url(copy), copy.dataDir)
    await findings.look(before)
    const { lost, doubled, halves, withoutFiles } = findings
    for (const what of [...lost, ...doubled, ...halves, ...withoutFiles].slice(0, 5)) this.say(`not as it was: ${what}`)
    this.#figures.lost += lost.size
    this.#figures.doubled += doubled.size
    this.#figures['half articles'] += halves.size
    // What is never changed is the same as where it came from.
    const texts = `SELECT md5(t::text) AS "hash" FROM "Revision" t`
    const here = new Set((await ask<{ hash: string }>(this.#url(this.site), texts)).map(({ hash }) => hash))
    const there = await ask<{ hash: string }>(this.#url(copy), texts)
    this.#figures['rows compared'] += there.length
    this.#figures['rows not the same'] += there.filter(({ hash }) => !here.has(hash)).length
    const named = new Set(await namedFiles(this.#url(copy)))
    const [mine, theirs] = [await this.#hashes(this.site), await this.#hashes(copy)]
    await this.#compareFiles(new Map([...mine].filter(([key]) => named.has(key))), theirs)
  }

  async #compareFiles(mine: Map<string, string>, theirs: Map<string, string>): Promise<void> {
    for (const [key, hash] of mine) {
      this.#figures['files compared']++
      if (theirs.get(key) !== hash) this.#figures['files not the same']++
    }
    for (const key of theirs.keys()) if (!mine.has(key)) this.#figures['files not the same']++
  }

  /** One after the other is brought to an empty folder, which stays empty. */
  async #refuse(file: string, count: number): Promise<void> {
    const bytes = await readFile(file)
    const [broken, dataDir] = [join(this.folder, 'broken.tar.zst'), join(this.folder, 'untouched')]
    const copy = await Site.at(dataDir)
    for (let tried = 0; tried < count; tried++) {
      const { how, bytes: wrong } = damaged(bytes, this.dice)
      await writeFile(broken, wrong)
      const [code] = (await once(copy.command('restore', broken), 'exit')) as [number]
      this.#figures['damaged files tried']++
      if (code === 0) {
        this.#figures['damaged files taken']++
        this.say(`taken: ${how}`)
      }
      if (existsSync(dataDir)) this.#figures['refused, and something changed']++
      await rm(dataDir, { recursive: true, force: true })
    }
  }

  /** The maps of both name the same addresses. */
  async #compareAddresses(copy: Site): Promise<void> {
    const map = await fetch(`${this.site.url}/sitemap.xml`).then((answer) => answer.text())
    const maps = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
    for (const path of maps) {
      const [mine = '', theirs = ''] = await Promise.all([this.site, copy].map(({ url }) => addressesOf(url + path)))
      if (mine !== '' && mine === theirs) continue
      this.#figures['addresses not the same']++
      this.say(`other addresses in ${path}`)
    }
  }

  async #articles(site: Site) {
    return await ask<{ id: string }>(
      this.#url(site),
      `SELECT a."id", a."publishedAt"::text, a."type"::text, r."headline", r."kicker", r."standfirst", r."bodyHtml", a."leadMediaId",
         ARRAY(SELECT c."slug" FROM "ArticleCategory" x JOIN "Category" c ON c."id" = x."categoryId" WHERE x."articleId" = a."id" ORDER BY x."position") AS "categories",
         ARRAY(SELECT t."slug" FROM "ArticleTag" x JOIN "Tag" t ON t."id" = x."tagId" WHERE x."articleId" = a."id" ORDER BY x."position") AS "tags",
         ARRAY(SELECT c."wrong" || '→' || c."right" FROM "Correction" c WHERE c."articleId" = a."id" ORDER BY 1) AS "corrections",
         ARRAY(SELECT d."path" FROM "Redirect" d WHERE d."articleId" = a."id" ORDER BY 1) AS "old"
       FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
       WHERE a."publication" = 'live' ORDER BY a."id"`,
    )
  }

  async #hashes(site: Site): Promise<Map<string, string>> {
    const hashes = new Map<string, string>()
    // A check of the disk is no picture.
    const keys = (await mediaFiles(site.dataDir)).filter((key) => key !== '.probe')
    for (const key of keys) hashes.set(key, sha256(await readFile(join(site.dataDir, 'media', key))))
    return hashes
  }

  async #becomesQuiet(): Promise<void> {
    const open = `SELECT (SELECT count(*) FROM "Schedule" WHERE "doneAt" IS NULL AND "canceledAt" IS NULL)::int
      + (SELECT count(*) FROM "Media" WHERE "state" = 'pending')::int AS "open"`
    for (let looks = 0; looks < 240; looks++) {
      const [row] = await ask<{ open: number }>(this.#url(this.site), open)
      if (row?.open === 0) return
      await sleep(500)
    }
  }

  async #run(site: Site, ...words: string[]): Promise<void> {
    const [code] = (await once(site.command(...words), 'exit')) as [number]
    if (code === 0) return
    this.#figures['commands that failed']++
    this.say(`${words[0]} ended with ${code}`)
  }

  #url(site: Site): () => string {
    return () => databaseUrl(site.dataDir)
  }
}

const addressesOf = async (address: string): Promise<string> => {
  const text = await fetch(address).then((answer) => (answer.ok ? answer.text() : ''))
  return [...text.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)]
    .map(([, path]) => path)
    .sort()
    .join('\n')
}
