import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { Tx } from '@/server/db'
import type { NameIds } from './ensure-names'
import type { Change } from './plan-change'

/** What an exported article has beside its text, once it is there: its corrections, with the days they had. */
export async function keepCorrections(tx: Tx, fresh: Change[]): Promise<void> {
  const data = fresh.flatMap(({ id, post }) =>
    (post.exported?.corrections ?? []).map(({ wrong, right, publishedAt }) => ({
      articleId: id,
      wrong,
      right,
      publishedAt: new Date(publishedAt),
    })),
  )
  if (data.length > 0) await tx.correction.createMany({ data })
}

/** What the desk had decided of an exported article, by the names' ids here; null: it decided nothing. */
export function exportedFields({ post, values, categoryIds, tagIds }: Change, people: NameIds): DraftContent | null {
  if (!post.exported?.fields) return null
  const bylines = post.bylines.flatMap(({ name, role }) => {
    const personId = people.get(name)
    return personId === undefined ? [] : [{ personId, role }]
  })
  return {
    ...EMPTY_DRAFT,
    ...post.exported.fields,
    kicker: post.kicker ?? '',
    headline: post.headline,
    subhead: post.subhead ?? '',
    standfirst: post.standfirst ?? '',
    bodyHtml: post.bodyHtml,
    type: values.type,
    sourceId: values.sourceId,
    sourceUrl: values.sourceUrl ?? '',
    leadMediaId: values.leadMediaId,
    bylines,
    categoryIds,
    tagIds,
  }
}
