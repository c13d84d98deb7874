import type { ArticleFacts } from '@/newsroom/desk/permission'
import { stageOf } from '@/newsroom/desk/review'
import { atLeast, ROLES } from '@/newsroom/desk/staff'
import type { Tx } from './db'

/** Who may sign what an article waits for now: of its desk, high enough, neither its writer nor a signer of this round. */
export async function findReviewers(
  tx: Pick<Tx, '$queryRaw'>,
  { workflow, categoryIds, ownerId, writerIds, signerIds }: ArticleFacts,
): Promise<string[]> {
  const stage = stageOf(workflow)
  if (stage === null) return []
  const roles = ROLES.filter((role) => atLeast(role, stage === 'final' ? 'chief' : 'editor'))
  const others = [...writerIds, ...signerIds, ...(ownerId === null ? [] : [ownerId])]
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT "id", "parentId" FROM "Category" WHERE "id" = ${categoryIds[0] ?? null}
      UNION SELECT c."id", c."parentId" FROM "Category" c JOIN above a ON c."id" = a."parentId")
    SELECT s."id" FROM "Staff" s
    WHERE s."disabledAt" IS NULL AND s."role"::text = ANY(${roles}) AND NOT s."id" = ANY(${others})
      AND (s."role" = 'administrator' OR ${categoryIds.length === 0}
        OR NOT EXISTS (SELECT 1 FROM "StaffDesk" d WHERE d."staffId" = s."id")
        OR EXISTS (SELECT 1 FROM "StaffDesk" d JOIN above a ON a."id" = d."categoryId" WHERE d."staffId" = s."id"))`
  return rows.map(({ id }) => id)
}
