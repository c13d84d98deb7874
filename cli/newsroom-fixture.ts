import { createHash } from 'node:crypto'
import type { Publication } from '@/newsroom/article'
import type { Outcome } from '@/newsroom/desk/outcome'
import { IMPORTER, SYSTEM } from '@/server/commands/actor'
import { openDesk, type TestDesk } from '@/server/commands/desk-fixture'
import { importArticles } from '@/server/commands/import-articles'
import { fileOf } from '@/server/commands/import-fixture'
import { runSchedule } from '@/server/commands/run-schedule'
import { startImportRun } from '@/server/commands/start-import-run'
import { db } from '@/server/db'
import type { Dice } from '@/server/test-dice'
import { nameBy, textBy } from './dice-fixture'

export type Kind = 'category' | 'tag' | 'source' | 'person'
/** One thing somebody may do in the newsroom; answers what was done, null where there was nothing to do it to. */
export type Deed = (room: Newsroom) => Promise<string | null>

const ARCHIVE = 'finews.example'

/** A newsroom in which anything may happen, told by dice. */
export interface Newsroom {
  dice: Dice
  desk: TestDesk
  runId: number
  /** what was made so far, so that nothing has the name of another */
  made: number
  /** how long from now what is scheduled happens */
  soonMs: number
  /** addresses of previews that were shared, and whose they are */
  previews: Map<string, string>
}

/** So near that a test can wait for it, so far that it is not yet. */
const SOON_MS = 1_500

export async function openNewsroom(dice: Dice, soonMs = SOON_MS): Promise<Newsroom> {
  const room = {
    dice,
    desk: await openDesk(),
    runId: await startImportRun(IMPORTER, ARCHIVE),
    made: 0,
    soonMs,
    previews: new Map<string, string>(),
  }
  for (let count = 0; count < 4; count++) await makePicture(room)
  for (const day of ['2019-12-31', '2022-02-08', '2022-03-01']) await importPosts(room, day, 3)
  return room
}

export const freshName = (room: Newsroom): string => nameBy(room.dice, ++room.made)

/** Stands for the site's clock: does what is scheduled when its time has come. */
export function keepTime(): { stop(): void } {
  const clock = setInterval(() => void runDue().catch(() => {}), 100)
  return { stop: () => clearInterval(clock) }
}

async function runDue(): Promise<void> {
  const due = { at: { lte: new Date() }, doneAt: null, canceledAt: null, fault: null }
  const schedules = await db().schedule.findMany({ where: due, select: { id: true } })
  for (const { id } of schedules) await runSchedule(SYSTEM, id)
}

/** What a refusal says; else what was done. */
export const toldOf = (what: string, outcome: Outcome): string =>
  outcome.ok ? what : `${what}: refused, ${outcome.errors.map(({ code }) => code).join(' ')}`

export async function anArticle(room: Newsroom, ...publications: Publication[]): Promise<string | undefined> {
  const rows = await db().article.findMany({
    where: { publication: { in: publications }, discardedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return room.dice.one(rows)?.id
}

const NAMES = {
  category: () => db().category.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } }),
  tag: () => db().tag.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } }),
  source: () => db().source.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } }),
  person: () => db().person.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } }),
} satisfies Record<Kind, () => Promise<{ id: number; name: string; slug: string }[]>>

/** Names that stand by themselves, some of them. */
export async function someNames(room: Newsroom, kind: Kind, most: number): Promise<{ id: number; name: string; slug: string }[]> {
  return room.dice.some(await NAMES[kind](), most)
}
export async function aName(room: Newsroom, kind: Kind) {
  return room.dice.one(await NAMES[kind]())
}

/** A picture of the library, its files left out. */
export async function makePicture(room: Newsroom): Promise<string> {
  const id = createHash('sha256')
    .update(`picture ${++room.made}`)
    .digest('hex')
  const data = { id, origin: `${id}.jpg`, width: 1280, height: 640, sizeBytes: 1, alt: freshName(room), caption: freshName(room) }
  await db().media.create({ data: { ...data, renditions: renditionsOf(id, [640, 1280]) } })
  return id
}

export const renditionsOf = (id: string, widths: number[]) =>
  widths.map((width) => ({ width, height: width / 2, key: `${id.slice(0, 2)}/${id}-${width}.webp` }))

/** Posts of one day, new ones or those of before with another text. */
export async function importPosts(room: Newsroom, day: string, count: number): Promise<void> {
  const files = Array.from({ length: count }, (_, index) => postOf(room, day, index))
  await importArticles(IMPORTER, { runId: room.runId, archive: ARCHIVE, files })
}

function postOf(room: Newsroom, day: string, index: number) {
  const { dice } = room
  const headline = freshName(room)
  const text = `${headline}。${textBy(room.made)}`
  const other = `${day.replaceAll('-', '/')}/post-${dice.below(6)}.html`
  const [own = '要闻', ...others] = dice.some(OUTLETS, 2)
  const names = [own, ...others]
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCMinutes(index * 37)
  return fileOf({
    path: `_posts/${day}-post-${index}.md`,
    headline,
    type: 'original',
    standfirst: dice.chance(0.3) ? freshName(room) : null,
    publication: dice.chance(0.93) ? 'live' : 'unpublished',
    publishedAt: at,
    bodyHtml: `<p>${text}</p><p>前文见<a href="/${own}/${other}">此处</a>。</p>`,
    plainText: text,
    source: dice.one(OUTLETS) ?? '',
    categories: names.map((name) => ({ archiveName: name, name })),
    tags: dice.some(TOPICS, 3),
    bylines: dice.chance(0.5) ? [{ name: dice.one(PEOPLE) ?? '', role: 'reporter' }] : [],
    oldAddresses: [`/${own}/${day.replaceAll('-', '/')}/post-${index}.html`],
  })
}

const OUTLETS = ['河边日报', '山里晚报', '海上周刊']
const TOPICS = ['水利', '书店', '乡村', '教育', '灯会']
const PEOPLE = ['林记', '何文', '周远']
