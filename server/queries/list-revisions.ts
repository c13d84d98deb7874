import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { may } from '@/newsroom/desk/permission'
import type { RevisionLine } from '@/newsroom/desk/revision-line'
import { changedFields } from '@/newsroom/desk/same-draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'

const MOST = 500
/** What a revision an import brought knows; all else of it is the article's. */
const TEXT = new Set<keyof DraftContent>(['kicker', 'headline', 'subhead', 'standfirst', 'bodyHtml', 'bylines'])

interface Row extends Omit<RevisionLine, 'growth' | 'changed'> {
  /** the body as its hash: a list of texts need not carry the texts */
  content: Partial<DraftContent>
}

/** The versions of an article, newest first; none for whoever may not read it. */
export async function listRevisions(actor: StaffActor, articleId: string): Promise<RevisionLine[]> {
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'read', facts)) return []
  const rows = await db().$queryRaw<Row[]>`
    SELECT r."number", r."author", r."createdAt", r."reason", r."fields" IS NULL AS "isImported", r."headline", r."characterCount",
      a."publication" = 'live' AND a."liveRevision" = r."number" AS "isLive",
      coalesce(d."revision", CASE WHEN d."articleId" IS NULL THEN a."draftRevision" END) IS NOT DISTINCT FROM r."number" AS "isDraft",
      coalesce(r."fields" - 'bodyHtml', '{}'::jsonb) || jsonb_build_object(
        'kicker', coalesce(r."kicker", ''), 'headline', r."headline", 'subhead', coalesce(r."subhead", ''),
        'standfirst', coalesce(r."standfirst", ''), 'bodyHtml', md5(r."bodyHtml"),
        'bylines', (SELECT coalesce(jsonb_agg(jsonb_build_array(b."personId", b."role") ORDER BY b."position"), '[]'::jsonb)
          FROM "Byline" b WHERE b."articleId" = r."articleId" AND b."revision" = r."number")) AS "content"
    FROM "Revision" r
    JOIN "Article" a ON a."id" = r."articleId"
    LEFT JOIN "Draft" d ON d."articleId" = r."articleId"
    WHERE r."articleId" = ${articleId}
    ORDER BY r."number" DESC LIMIT ${MOST + 1}`
  return rows.slice(0, MOST).map((row, index) => withChanges(row, rows[index + 1] ?? null))
}

function withChanges({ content, ...row }: Row, before: Row | null): RevisionLine {
  if (!before) return { ...row, growth: row.characterCount, changed: null }
  const isPartial = row.isImported || before.isImported
  const changed = changedFields({ ...EMPTY_DRAFT, ...before.content }, { ...EMPTY_DRAFT, ...content }).filter((field) => {
    return field !== 'tagIds' && (!isPartial || TEXT.has(field))
  })
  return { ...row, growth: row.characterCount - before.characterCount, changed }
}
