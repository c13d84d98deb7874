import { afterAll, beforeAll, expect, it } from 'vitest'
import { EVERYTHING } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { withRenderScope } from '@/server/render-scope'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { Dice } from '@/server/test-dice'
import { ARTICLE_DEEDS } from './article-deeds-fixture'
import { keepTime, type Newsroom, openNewsroom } from './newsroom-fixture'
import { PAPER_DEEDS } from './paper-deeds-fixture'
import { type Answer, ReaderAnswers } from './reader-answers-fixture'

// What a page read is what it depends on, whatever is done at the desk (what an import does: server/importer/kept-pages.test.ts).
// The same seed does the same again; TRUTH_SECONDS=600 goes on for longer than the usual deeds.
const SEED = Number(process.env.TRUTH_SEED ?? 20_261_130)
const FOR_MS = Number(process.env.TRUTH_SECONDS ?? 0) * 1_000
const LEAST_DEEDS = 16
const DEEDS = Object.entries({ ...ARTICLE_DEEDS, ...PAPER_DEEDS })

let database: TestDatabase
let room: Newsroom
let clock: ReturnType<typeof keepTime>
beforeAll(async () => {
  database = await createTestDatabase()
  room = await openNewsroom(new Dice(SEED))
  clock = keepTime()
})
afterAll(async () => {
  clock.stop()
  await database.drop()
})

interface Kept {
  told: string
  tags: Set<string>
  untilMs: number
}

async function ask(answer: Answer): Promise<Kept> {
  const { result, scope } = await withRenderScope(() => answer())
  return { told: JSON.stringify(result, null, 1) ?? '', tags: scope.tags, untilMs: scope.untilMs }
}

/** What the bus said since it was asked last. */
async function hear(since: { position: bigint }): Promise<ReadonlySet<string>> {
  const events = await db().busEvent.findMany({ where: { id: { gt: since.position } }, orderBy: { id: 'asc' } })
  since.position = events.at(-1)?.id ?? since.position
  return new Set(events.flatMap(({ tags }) => tags))
}

const isDropped = ({ tags, untilMs }: Kept, told: ReadonlySet<string>) =>
  told.has(EVERYTHING) || untilMs <= Date.now() || [...tags].some((tag) => told.has(tag))

/** One thing the dice say, that could be done. */
async function doSomething(): Promise<string> {
  for (;;) {
    const [name, deed] = room.dice.one(DEEDS) ?? []
    const what = await deed?.(room)
    if (what) return `${name}: ${what}`
  }
}

it('whatever is done in the newsroom, what is kept of it is what is true', { timeout: FOR_MS + 240_000 }, async () => {
  const answers = new ReaderAnswers()
  const kept = new Map<string, Kept>()
  const bus = { position: 0n }
  const done: string[] = []
  for (const endMs = Date.now() + FOR_MS; done.length < LEAST_DEEDS || Date.now() < endMs; done.push(await doSomething())) {
    await answers.update()
    const told = await hear(bus)
    const untrue: string[] = []
    for (const [address, answer] of answers.known) {
      const before = kept.get(address)
      const fresh = await ask(answer)
      kept.set(address, fresh)
      if (before && before.told !== fresh.told && !isDropped(before, told))
        untrue.push(`${address}\n${difference(before, fresh)}`)
    }
    const steps = done.map((what, index) => `${index + 1}. ${what}`).join('\n')
    expect(untrue, `TRUTH_SEED=${SEED} after\n${steps}\n`).toEqual([])
  }
})

/** The first lines that are others, and what the kept answer had read. */
function difference(before: Kept, fresh: Kept): string {
  const [one, other] = [before.told.split('\n'), fresh.told.split('\n')]
  const at = one.findIndex((line, index) => line !== other[index])
  const lines = (all: string[]) => all.slice(Math.max(0, at - 1), at + 3).join(' ')
  return `  kept  ${lines(one)}\n  fresh ${lines(other)}\n  read  ${[...before.tags].slice(0, 12).join(' ')}`
}
