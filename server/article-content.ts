import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { Tx } from './db'

/** What stands of an article beside its draft: what readers see, else the last text that was kept. */
export interface StandingText {
  /** Article.version: any change of what stands counts it up */
  version: number
  /** the revision it is; null: nothing was kept yet */
  revision: number | null
  savedAt: Date
  content: DraftContent
}

/** A column of JSON that holds a DraftContent, also one written before a field was thought of. */
export const asContent = (json: unknown): DraftContent => ({ ...EMPTY_DRAFT, ...(json as Partial<DraftContent>) })

/** What stands, as a draft would hold it. Labels are those of the article now: filing it anew makes no revision. Null: no such article. */
export async function readStandingText(tx: Pick<Tx, 'article'>, articleId: string): Promise<StandingText | null> {
  const bylined = { include: { bylines: { orderBy: { position: 'asc' } } } } as const
  const article = await tx.article.findUnique({
    where: { id: articleId },
    include: {
      live: bylined,
      draft: bylined,
      categories: { orderBy: { position: 'asc' } },
      tags: { orderBy: { position: 'asc' } },
    },
  })
  if (!article) return null
  const text = article.live ?? article.draft
  const content: DraftContent = {
    ...asContent(text?.fields),
    kicker: text?.kicker ?? '',
    headline: text?.headline ?? '',
    subhead: text?.subhead ?? '',
    standfirst: text?.standfirst ?? '',
    bodyHtml: text?.bodyHtml ?? '',
    bylines: (text?.bylines ?? []).map(({ personId, role }) => ({ personId, role })),
    type: article.type,
    sourceId: article.sourceId,
    sourceUrl: article.sourceUrl ?? '',
    leadMediaId: article.leadMediaId,
    categoryIds: article.categories.map(({ categoryId }) => categoryId),
    tagIds: article.tags.map(({ tagId }) => tagId),
  }
  return { version: article.version, revision: text?.number ?? null, savedAt: text?.createdAt ?? article.createdAt, content }
}

/**
 * The text of a revision. What an import brought says nothing of labels and the desk's own fields: there it is as in `base`.
 * Tags are always those of `base`: they are no part of a text. Null: no such revision.
 */
export async function readRevisionContent(
  tx: Pick<Tx, 'revision'>,
  articleId: string,
  number: number,
  base: DraftContent,
): Promise<DraftContent | null> {
  const revision = await tx.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    include: { bylines: { orderBy: { position: 'asc' } } },
  })
  if (!revision) return null
  if (revision.fields !== null) return { ...asContent(revision.fields), tagIds: base.tagIds }
  const { kicker, headline, subhead, standfirst, bodyHtml, bylines } = revision
  return {
    ...base,
    kicker: kicker ?? '',
    headline,
    subhead: subhead ?? '',
    standfirst: standfirst ?? '',
    bodyHtml,
    bylines: bylines.map(({ personId, role }) => ({ personId, role })),
  }
}
