import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { denial, may } from '@/newsroom/desk/permission'
import type { PresenceAnswer, PresentPerson } from '@/newsroom/desk/presence'
import type { StaffActor } from '@/newsroom/desk/staff'
import { holdArticle } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import { readWorkingDraft } from '@/server/working-draft'
import { claimEditing, findOtherEditor } from './claim-editing'
import { transact } from './transact'

export interface PresenceToTouch {
  articleId: string
  /** of the tab */
  clientId: string
  /** whether it would edit, if nobody else does */
  edit: boolean
}

/** A tab says that it is still there; the first that would edit becomes the one that does. */
export async function touchPresence(actor: StaffActor, touch: PresenceToTouch): Promise<Outcome<PresenceAnswer>> {
  const { articleId, clientId, edit } = touch
  return await transact(async (tx) => {
    const facts = await holdArticle(tx, articleId)
    if (!facts) return refused({ code: 'not-found' })
    const why = denial(actor, 'read', facts)
    if (why) return refused({ code: `denied.${why}` })
    await prune(tx, articleId)
    const editor = await findOtherEditor(tx, articleId, clientId)
    const taken = await takenFrom(tx, touch)
    const editing = edit && taken.takenBy === null && editor === null && may(actor, 'edit', facts)
    if (editing) await claimEditing(tx, articleId, clientId, actor.id)
    else await stayPresent(tx, actor, touch)
    const draft = await readWorkingDraft(tx, articleId)
    const others = await listOthers(tx, articleId, clientId)
    return {
      ok: true,
      editing,
      editor: editor && { staffId: editor.staffId, name: editor.name },
      others,
      ...taken,
      version: draft?.version ?? 0,
      savedByName: draft?.savedByName ?? '',
    }
  })
}

/** Tabs that fell silent go, but for what was left for them: a laptop opened tomorrow still learns who took over. */
async function prune(tx: Tx, articleId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Presence" WHERE "articleId" = ${articleId}
      AND "seenAt" < clock_timestamp() - CASE WHEN "takenBy" IS NULL THEN '30 seconds' ELSE '1 day' END::interval`
}

async function takenFrom(tx: Tx, { articleId, clientId }: PresenceToTouch): Promise<Pick<PresenceAnswer, 'takenBy' | 'message'>> {
  const left = await tx.presence.findUnique({ where: { articleId_clientId: { articleId, clientId } } })
  return { takenBy: left?.takenBy ?? null, message: left?.message ?? null }
}

/** Present and not editing. Whoever asks without `edit` has read who took over. */
async function stayPresent(tx: Tx, actor: StaffActor, { articleId, clientId, edit }: PresenceToTouch): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Presence" AS p ("articleId", "clientId", "staffId", "editing", "seenAt")
    VALUES (${articleId}, ${clientId}, ${actor.id}, false, clock_timestamp())
    ON CONFLICT ("articleId", "clientId") DO UPDATE SET "staffId" = excluded."staffId", "editing" = false, "seenAt" = excluded."seenAt",
      "takenBy" = CASE WHEN ${edit} THEN p."takenBy" END, "message" = CASE WHEN ${edit} THEN p."message" END`
}

async function listOthers(tx: Tx, articleId: string, clientId: string): Promise<PresentPerson[]> {
  return await tx.$queryRaw<PresentPerson[]>`
    SELECT p."staffId", s."name", bool_or(p."editing") AS "editing" FROM "Presence" p JOIN "Staff" s ON s."id" = p."staffId"
    WHERE p."articleId" = ${articleId} AND p."clientId" <> ${clientId} AND p."seenAt" > clock_timestamp() - interval '30 seconds'
    GROUP BY p."staffId", s."name" ORDER BY 3 DESC, s."name"`
}
