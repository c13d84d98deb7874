import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { SYSTEM } from '@/server/commands/actor'
import { addComment } from '@/server/commands/add-comment'
import { cancelSchedule } from '@/server/commands/cancel-schedule'
import { discardArticle, recoverArticle } from '@/server/commands/discard-article'
import { publishArticle } from '@/server/commands/publish-article'
import { recallArticle } from '@/server/commands/recall-article'
import { restoreRevision } from '@/server/commands/restore-revision'
import { returnArticle } from '@/server/commands/return-article'
import { setDates } from '@/server/commands/set-dates'
import { sharePreview } from '@/server/commands/share-preview'
import { signArticle } from '@/server/commands/sign-article'
import { submitArticle } from '@/server/commands/submit-article'
import { db } from '@/server/db'
import { readWorkingDraft } from '@/server/working-draft'
import { aText, draft, rewrite } from './article-deeds-fixture'
import { type Deed, freshName, type Newsroom, toldOf } from './newsroom-fixture'

const HOUR_MS = 3_600_000
const hoursAway = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

/** Somebody who works here: often not who may. */
const somebody = ({ dice, desk }: Newsroom): StaffActor =>
  dice.one([desk.reporter, desk.otherReporter, desk.editor, desk.otherEditor, desk.chief, desk.administrator]) ?? desk.chief

async function anyArticle(
  room: Newsroom,
  where: NonNullable<Parameters<ReturnType<typeof db>['article']['findMany']>[0]>['where'] = {},
) {
  return room.dice.one(await db().article.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } }))?.id
}
const IN_WORK = { workflow: { not: 'ready' as const }, discardedAt: null }
const IN_REVIEW = { workflow: { in: ['first_review' as const, 'second_review' as const, 'final_review' as const] } }

/** The way of a text through the desk, and what is never to be seen on it. */
export const DESK_DEEDS: Record<string, Deed> = {
  async 'begin a draft'(room) {
    const { desk, dice } = room
    const content = await aText(room)
    const own = dice.one(desk.categories) ?? 0
    const articleId = await draft(
      room,
      { ...content, categoryIds: [own, ...content.categoryIds.filter((id) => id !== own)] },
      desk.reporter,
    )
    return `${articleId} is begun`
  },
  async 'write on'(room) {
    const articleId = await anyArticle(room, IN_WORK)
    const changed = articleId && (await rewrite(room, articleId))
    return changed || null
  },
  async 'write at a live text'(room) {
    const articleId = await anyArticle(room, { publication: 'live' })
    const changed = articleId && (await rewrite(room, articleId))
    return changed ? `${changed}, unpublished` : null
  },
  async submit(room) {
    const articleId = await anyArticle(room, {
      workflow: { in: ['draft', 'returned'] },
      publication: 'unpublished',
      discardedAt: null,
    })
    return articleId ? toldOf(`${articleId} is submitted`, await submitArticle(room.desk.administrator, { articleId })) : null
  },
  async recall(room) {
    const articleId = await anyArticle(room, IN_REVIEW)
    return articleId ? toldOf(`${articleId} is recalled`, await recallArticle(somebody(room), { articleId })) : null
  },
  async 'sign, as whoever it is'(room) {
    const articleId = await anyArticle(room, IN_REVIEW)
    const text = articleId && (await readWorkingDraft(db(), articleId))
    if (!articleId || !text) return null
    const { contentHash } = text
    return toldOf(`${articleId} is signed`, await signArticle(somebody(room), { articleId, contentHash }))
  },
  async 'sign to the end'(room) {
    const articleId = await anyArticle(room, IN_REVIEW)
    const text = articleId && (await readWorkingDraft(db(), articleId))
    if (!articleId || !text) return null
    const { desk } = room
    for (const actor of [desk.editor, desk.otherEditor, desk.chief])
      await signArticle(actor, { articleId, contentHash: text.contentHash })
    return `${articleId} is signed by all`
  },
  async return(room) {
    const articleId = await anyArticle(room, IN_WORK)
    return articleId
      ? toldOf(`${articleId} is returned`, await returnArticle(somebody(room), { articleId, reason: freshName(room) }))
      : null
  },
  async 'publish, as whoever it is'(room) {
    const articleId = await anyArticle(room, { discardedAt: null })
    return articleId ? toldOf(`${articleId} is published`, await publishArticle(somebody(room), { articleId })) : null
  },
  async 'publish before it is reviewed'(room) {
    const articleId = await anyArticle(room, IN_WORK)
    return articleId
      ? toldOf(`${articleId} is published urgently`, await publishArticle(room.desk.chief, { articleId, urgent: true }))
      : null
  },
  async 'schedule for another day'(room) {
    const articleId = await draft(room, await aText(room))
    return toldOf(`${articleId} waits for tomorrow`, await publishArticle(SYSTEM, { articleId, at: hoursAway(30) }))
  },
  async 'embargo for hours'(room) {
    const articleId = await draft(room, await aText(room))
    await setDates(SYSTEM, { articleId, embargoUntil: hoursAway(3) })
    return toldOf(`${articleId} waits for its embargo`, await publishArticle(SYSTEM, { articleId }))
  },
  async 'call off'(room) {
    const articleId = await anyArticle(room, { publication: 'scheduled' })
    if (!articleId) return null
    return toldOf(`${articleId} is called off`, await cancelSchedule(room.desk.chief, { articleId, action: 'publish' }))
  },
  async 'bring an older text back'(room) {
    const articleId = await anyArticle(room, { discardedAt: null, publication: { not: 'withdrawn' } })
    const standing = articleId && (await readWorkingDraft(db(), articleId))
    const revisions = articleId
      ? await db().revision.findMany({ where: { articleId }, select: { number: true }, orderBy: { number: 'asc' } })
      : []
    const number = room.dice.one(revisions)?.number
    if (!articleId || !standing || !number) return null
    await db().presence.deleteMany({ where: { articleId } })
    const restore = { articleId, number, baseVersion: standing.version, clientId: 'older' }
    return toldOf(`revision ${number} of ${articleId} is back`, await restoreRevision(room.desk.administrator, restore))
  },
  async 'share a preview'(room) {
    const articleId = await anyArticle(room, { discardedAt: null })
    if (!articleId) return null
    const outcome = await sharePreview(somebody(room), { articleId, hours: 1 })
    if (outcome.ok) room.previews.set(outcome.path, articleId)
    return toldOf(`a preview of ${articleId} is shared`, outcome)
  },
  async comment(room) {
    const articleId = await anyArticle(room)
    return articleId
      ? toldOf(
          `${articleId} is commented`,
          await addComment(somebody(room), { articleId, text: freshName(room), parentId: null, quote: null }),
        )
      : null
  },
  async 'discard a draft'(room) {
    const articleId = await anyArticle(room, { publication: 'unpublished', discardedAt: null })
    return articleId ? toldOf(`${articleId} is discarded`, await discardArticle(somebody(room), { articleId })) : null
  },
  async 'recover a draft'(room) {
    const articleId = await anyArticle(room, { discardedAt: { not: null } })
    return articleId ? toldOf(`${articleId} is recovered`, await recoverArticle(somebody(room), { articleId })) : null
  },
  async 'write a draft without a word'(room) {
    const articleId = await draft(room, {
      ...EMPTY_DRAFT,
      headline: freshName(room),
      categoryIds: [room.desk.categories[3] ?? 0],
    })
    return toldOf(`${articleId} is empty`, await publishArticle(SYSTEM, { articleId }))
  },
}
