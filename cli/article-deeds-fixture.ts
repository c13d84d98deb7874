import { randomBytes } from 'node:crypto'
import { newArticleId } from '@/newsroom/article-id'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { SYSTEM } from '@/server/commands/actor'
import { correctArticle } from '@/server/commands/correct-article'
import { discardArticle, recoverArticle } from '@/server/commands/discard-article'
import { labelArticle } from '@/server/commands/label-article'
import { publishArticle } from '@/server/commands/publish-article'
import { restoreArticle } from '@/server/commands/restore-article'
import { revokeCorrection } from '@/server/commands/revoke-correction'
import { saveDraft } from '@/server/commands/save-draft'
import { scheduleUnpublish } from '@/server/commands/schedule-unpublish'
import { setDates } from '@/server/commands/set-dates'
import { unpublishArticle } from '@/server/commands/unpublish-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db } from '@/server/db'
import { readWorkingDraft } from '@/server/working-draft'
import { textBy } from './dice-fixture'
import {
  aName,
  anArticle,
  type Deed,
  freshName,
  importPosts,
  makePicture,
  type Newsroom,
  someNames,
  toldOf,
} from './newsroom-fixture'

const soon = ({ soonMs }: Newsroom) => new Date(Date.now() + soonMs)

export const ARTICLE_DEEDS: Record<string, Deed> = {
  async write(room) {
    const articleId = await draft(room, await aText(room))
    return toldOf(`${articleId} is published`, await publishArticle(SYSTEM, { articleId }))
  },
  async 'write the report of another outlet'(room) {
    const other = await anArticle(room, 'live')
    const standing = other && (await readWorkingDraft(db(), other))
    if (!standing) return null
    const { bodyHtml } = standing.content
    const articleId = await draft(room, { ...(await aText(room)), bodyHtml })
    return toldOf(`${articleId} is published, a copy of ${other}`, await publishArticle(SYSTEM, { articleId }))
  },
  async 'change a text'(room) {
    const articleId = await anArticle(room, 'live', 'unpublished')
    const changed = articleId && (await rewrite(room, articleId))
    return articleId && changed ? toldOf(`${changed} and is published`, await publishArticle(SYSTEM, { articleId })) : null
  },
  async 'change a text later'(room) {
    const articleId = await anArticle(room, 'live')
    const changed = articleId && (await rewrite(room, articleId))
    if (!articleId || !changed) return null
    return await comesTrue(`${changed} by the clock`, articleId, await publishArticle(SYSTEM, { articleId, at: soon(room) }))
  },
  async schedule(room) {
    const articleId = await draft(room, await aText(room))
    return await comesTrue(
      `${articleId} is published by the clock`,
      articleId,
      await publishArticle(SYSTEM, { articleId, at: soon(room) }),
    )
  },
  async embargo(room) {
    const articleId = await draft(room, await aText(room))
    await setDates(SYSTEM, { articleId, embargoUntil: soon(room) })
    return await comesTrue(`the embargo of ${articleId} ends`, articleId, await publishArticle(SYSTEM, { articleId }))
  },
  async 'take off by the clock'(room) {
    const articleId = await anArticle(room, 'live')
    if (!articleId) return null
    return await comesTrue(
      `${articleId} is taken off by the clock`,
      articleId,
      await scheduleUnpublish(SYSTEM, { articleId, at: soon(room) }),
    )
  },
  async 'take off'(room) {
    const articleId = await anArticle(room, 'live')
    return articleId ? toldOf(`${articleId} is taken off`, await unpublishArticle(SYSTEM, { articleId })) : null
  },
  async 'put on again'(room) {
    const articleId = await anArticle(room, 'unpublished')
    return articleId ? toldOf(`${articleId} is put on again`, await publishArticle(SYSTEM, { articleId })) : null
  },
  async withdraw(room) {
    const articleId = await anArticle(room, 'live')
    if (!articleId) return null
    const notice = room.dice.chance(0.5) ? freshName(room) : undefined
    const outcome = await withdrawArticle(room.desk.chief, { articleId, reason: '有误', approver: '顾主编', notice })
    return toldOf(`${articleId} is withdrawn`, outcome)
  },
  async restore(room) {
    const articleId = await anArticle(room, 'withdrawn')
    return articleId
      ? toldOf(`${articleId} is restored`, await restoreArticle(room.desk.chief, { articleId, reason: '无误' }))
      : null
  },
  async correct(room) {
    const articleId = await anArticle(room, 'live')
    if (!articleId) return null
    return toldOf(
      `${articleId} is corrected`,
      await correctArticle(SYSTEM, { articleId, wrong: freshName(room), right: freshName(room) }),
    )
  },
  async 'revoke a correction'(room) {
    const rows = await db().correction.findMany({ where: { revokedAt: null }, orderBy: { id: 'asc' } })
    const correction = room.dice.one(rows)
    if (!correction) return null
    return toldOf(
      `a correction of ${correction.articleId} is taken back`,
      await revokeCorrection(SYSTEM, { correctionId: correction.id, reason: '原文无误' }),
    )
  },
  async label(room) {
    const articleId = await anArticle(room, 'live', 'unpublished')
    if (!articleId) return null
    const [addTags, removeTags] = [await someNames(room, 'tag', 2), await someNames(room, 'tag', 2)]
    const category = room.dice.chance(0.5) ? await aName(room, 'category') : undefined
    const outcome = await labelArticle(SYSTEM, {
      articleId,
      addTagIds: addTags.map(({ id }) => id),
      removeTagIds: removeTags.map(({ id }) => id),
      category: category ? { id: category.id, own: room.dice.chance(0.5) } : null,
    })
    return toldOf(`${articleId} is filed anew`, outcome)
  },
  async 'discard or recover'(room) {
    const rows = await db().article.findMany({ where: { publication: 'unpublished' }, orderBy: { id: 'asc' } })
    const article = room.dice.one(rows)
    if (!article) return null
    const what = article.discardedAt ? recoverArticle : discardArticle
    return toldOf(
      `${article.id} is ${article.discardedAt ? 'recovered' : 'discarded'}`,
      await what(room.desk.chief, { articleId: article.id }),
    )
  },
  async import(room) {
    const day = room.dice.one(['2019-12-31', '2022-02-08', '2022-03-01', '2022-02-07', '2024-02-29']) ?? ''
    const count = 1 + room.dice.below(room.dice.chance(0.1) ? 45 : 3)
    await importPosts(room, day, count)
    return `${count} posts of ${day} are imported`
  },
}

export async function aText(room: Newsroom): Promise<DraftContent> {
  const { dice } = room
  const media = dice.chance(0.4) ? (dice.one(await db().media.findMany({ orderBy: { id: 'asc' } }))?.id ?? null) : null
  const shown = dice.chance(0.3) ? await makePicture(room) : null
  const figure = shown
    ? `<figure><img src="/media/${shown.slice(0, 2)}/${shown}-640.webp" alt="${freshName(room)}"></figure>`
    : ''
  const [category] = [await aName(room, 'category')]
  const others = await someNames(room, 'category', 2)
  return {
    ...EMPTY_DRAFT,
    headline: freshName(room),
    standfirst: dice.chance(0.3) ? freshName(room) : '',
    bodyHtml: `<p>${textBy(++room.made)}</p>${figure}`,
    categoryIds: [...new Set([category, ...others].flatMap((each) => each?.id ?? []))],
    tagIds: (await someNames(room, 'tag', 3)).map(({ id }) => id),
    sourceId: (await aName(room, 'source'))?.id ?? null,
    bylines: (await someNames(room, 'person', 2)).map(({ id }) => ({ personId: id, role: 'reporter' as const })),
    leadMediaId: media,
  }
}

export async function draft(room: Newsroom, content: DraftContent, actor = room.desk.administrator): Promise<string> {
  // By the dice, so that the same seed tells of the same articles.
  const articleId = newArticleId(Buffer.from(Array.from({ length: 8 }, () => room.dice.below(256))))
  await save(actor, articleId, content, 0)
  return articleId
}

async function save(actor: StaffActor, articleId: string, content: DraftContent, baseVersion: number): Promise<boolean> {
  await db().presence.deleteMany({ where: { articleId } })
  const outcome = await saveDraft(actor, {
    articleId,
    clientId: randomBytes(4).toString('hex'),
    baseVersion,
    content,
  })
  return outcome.ok
}

/** Answers what was changed; null where nobody may change it. */
export async function rewrite(room: Newsroom, articleId: string): Promise<string | null> {
  const standing = await readWorkingDraft(db(), articleId)
  if (!standing) return null
  const fresh = await aText(room)
  const fields = Object.keys(fresh) as (keyof DraftContent)[]
  const changing = ['headline' as const, ...room.dice.some(fields, 3)]
  const change = Object.fromEntries(changing.map((field) => [field, fresh[field]]))
  const saved = await save(room.desk.administrator, articleId, { ...standing.content, ...change }, standing.version)
  return saved ? `${articleId} has another ${changing.join(', ')}` : null
}

/** What was scheduled is done when the site's own clock has done it. */
async function comesTrue(what: string, articleId: string, outcome: Parameters<typeof toldOf>[1]): Promise<string> {
  if (!outcome.ok) return toldOf(what, outcome)
  const open = { articleId, doneAt: null, canceledAt: null, fault: null }
  for (const untilMs = Date.now() + 20_000; (await db().schedule.count({ where: open })) > 0; ) {
    if (Date.now() > untilMs) throw new Error(`${what}: nobody did what was scheduled`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return what
}
