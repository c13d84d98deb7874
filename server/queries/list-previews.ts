import { may } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'

export interface PreviewLinkLine {
  /** what revokePreview takes; no way to the address leads from it */
  id: string
  createdByName: string
  createdAt: Date
  expiresAt: Date
}

/** The preview links of an article that outsiders can use now, newest first. */
export async function listPreviews(actor: StaffActor, articleId: string): Promise<PreviewLinkLine[]> {
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'share-preview', facts)) return []
  const links = await db().previewLink.findMany({
    where: { articleId, internal: false, revokedAt: null, expiresAt: { gt: new Date() } },
    include: { createdBy: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return links.map(({ tokenHash: id, createdBy, createdAt, expiresAt }) => ({
    id,
    createdByName: createdBy.name,
    createdAt,
    expiresAt,
  }))
}
