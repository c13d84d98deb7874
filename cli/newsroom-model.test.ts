import fc from 'fast-check'
import { expect, it } from 'vitest'
import { db } from '@/server/db'
import { verifyAudit } from '@/server/queries/verify-audit'
import { configure, createTestDatabase } from '@/server/test-database'
import { Dice } from '@/server/test-dice'
import { ARTICLE_DEEDS } from './article-deeds-fixture'
import { DESK_DEEDS } from './desk-deeds-fixture'
import { type Deed, keepTime, type Newsroom, openNewsroom } from './newsroom-fixture'
import { NewsroomModel } from './newsroom-model-fixture'
import { PAPER_DEEDS } from './paper-deeds-fixture'
import { makeSiteRole } from './site-role-fixture'

// Any sequence of commands leaves true what has to be (newsroom-model-fixture.ts), the site having no more rights than advised.
// MODEL_RUNS=40 tries as many sequences, MODEL_SEED=7 others, MODEL_PATH that one of them again. One that fails is made shorter only
// when MODEL_SHRINK=1 asks for it: each try takes seconds, on a database anew.
const KEPT = 20_261_201
const { MODEL_SEED, MODEL_RUNS = '2', MODEL_DEEDS = '60', MODEL_PATH, MODEL_SHRINK } = process.env
const SOON_MS = 400
const DEEDS = Object.entries({ ...ARTICLE_DEEDS, ...PAPER_DEEDS, ...DESK_DEEDS })
type Step = fc.AsyncCommand<NewsroomModel, Newsroom>

/** Something somebody does, by dice of its own: taken out of a sequence it leaves the others as they were. */
class Doing implements Step {
  #told = ''

  constructor(
    readonly name: string,
    readonly deed: Deed,
    readonly seed: number,
  ) {}

  check = () => true

  async run(model: NewsroomModel, room: Newsroom): Promise<void> {
    room.dice = new Dice(this.seed)
    const what = await this.deed(room)
    this.#told = `${this.name}: ${what ?? 'nothing to do it to'}`
    if (what) expect(await model.follow(this.#told)).toEqual([])
  }

  toString = () => this.#told
}

/** Readers and machines ask for everything there is. */
class Looking implements Step {
  check = () => true

  async run(model: NewsroomModel): Promise<void> {
    expect(await model.faults()).toEqual([])
  }

  toString = () => 'all is looked at'
}

const doing = fc
  .tuple(fc.constantFrom(...DEEDS), fc.noShrink(fc.nat()))
  .map(([[name, deed], seed]) => new Doing(name, deed, seed))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: doing },
  { weight: 1, arbitrary: fc.constant(null).map(() => new Looking()) },
)
const steps = fc.commands([step], { maxCommands: Number(MODEL_DEEDS), size: 'max', disableReplayLog: true })

it('what has to be true stays true', { timeout: 3_600_000 }, async () => {
  const tried = fc.asyncProperty(steps, async (sequence) => {
    await inNewsroom(async (model, room) => {
      await fc.asyncModelRun(() => ({ model, real: room }), sequence)
      expect(await model.faults()).toEqual([])
    })
  })
  await fc.assert(tried, {
    seed: Number(MODEL_SEED ?? KEPT),
    numRuns: Number(MODEL_RUNS),
    unbiased: true,
    endOnFailure: !MODEL_SHRINK,
    ...(MODEL_PATH ? { path: MODEL_PATH } : {}),
  })
})

async function inNewsroom(work: (model: NewsroomModel, room: Newsroom) => Promise<void>): Promise<void> {
  const database = await createTestDatabase()
  const role = await makeSiteRole(database.url)
  const here = { LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '5', DATA_DIR: database.dataDir, PUSH_TO_LOOPBACK: '1' }
  await configure({ ...here, DATABASE_URL: role.url })
  const clock = keepTime()
  try {
    const room = await openNewsroom(new Dice(KEPT), SOON_MS)
    const events = ['article.published', 'article.updated', 'article.corrected', 'article.withdrawn', 'article.unpublished']
    await db().webhook.create({ data: { url: 'http://127.0.0.1:9/', secret: 'secret', events } })
    const model = new NewsroomModel(room)
    await model.follow('the newsroom opens')
    await work(model, room)
    expect((await verifyAudit(db(), [])).fault).toBeNull()
  } finally {
    clock.stop()
    await configure({ ...here, DATABASE_URL: database.url })
    await role.drop()
    await database.drop()
  }
}
