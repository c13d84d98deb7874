import type { DraftContent } from '@/newsroom/desk/draft'
import { picturesIn, settleBody } from '@/newsroom/desk/draft-body'
import type { Fault } from '@/newsroom/desk/outcome'
import { legible } from '@/newsroom/html/html-tree'
import { readRenditions } from '@/newsroom/rendition'
import type { Tx } from '@/server/db'
import { followMerges, led, type MergeableKind } from './follow-merges'

export interface SettledContent {
  /** as it is stored: what does not exist is left out */
  content: DraftContent
  /** what does not exist, by name */
  errors: Fault[]
}

/** Makes of what an editor sent what a draft stores: a clean body, labels that exist, merged ones as what they became. */
export async function settleContent(tx: Tx, sent: DraftContent, current: DraftContent | null): Promise<SettledContent> {
  const texts = Object.entries(sent).flatMap(([field, value]) => (typeof value === 'string' ? [[field, legible(value)]] : []))
  const content: DraftContent = { ...sent, ...Object.fromEntries(texts) }
  const errors: Fault[] = []
  const settleIds = async (kind: MergeableKind, ids: number[]): Promise<Map<number, number>> => {
    const found = await followMerges(tx, kind, ids)
    for (const id of new Set(ids))
      if (!found.has(id)) errors.push({ code: `unknown.${kind}`, field: FIELDS[kind], params: { id } })
    return found
  }
  const people = await settleIds(
    'person',
    content.bylines.map(({ personId }) => personId),
  )
  const bylines = content.bylines.flatMap(({ personId, role }) => {
    const id = people.get(personId)
    return id === undefined ? [] : [{ personId: id, role }]
  })
  content.bylines = [...new Map(bylines.map((byline) => [`${byline.personId} ${byline.role}`, byline])).values()]
  content.categoryIds = led(await settleIds('category', content.categoryIds), content.categoryIds)
  content.tagIds = led(await settleIds('tag', content.tagIds), content.tagIds)
  if (content.sourceId !== null) {
    const sources = await settleIds('source', [content.sourceId])
    content.sourceId = sources.get(content.sourceId) ?? null
  }
  errors.push(...(await settlePictures(tx, content, current)))
  return { content, errors }
}

/** A body that is as it was stays so to the byte, whatever the library made of its pictures since. */
async function settlePictures(tx: Tx, content: DraftContent, current: DraftContent | null): Promise<Fault[]> {
  const isSettled = content.bodyHtml === current?.bodyHtml
  const inBody = isSettled ? [] : picturesIn(content.bodyHtml)
  const wanted = new Set([...inBody, ...(content.leadMediaId === null ? [] : [content.leadMediaId])])
  const media =
    wanted.size === 0
      ? []
      : await tx.media.findMany({ where: { id: { in: [...wanted] } }, select: { id: true, renditions: true } })
  const pictures = new Map(media.map(({ id, renditions }) => [id, readRenditions(renditions)]))
  if (!isSettled) content.bodyHtml = settleBody(content.bodyHtml, pictures)
  const unknown = [...wanted].filter((id) => !pictures.has(id))
  if (content.leadMediaId !== null && unknown.includes(content.leadMediaId)) content.leadMediaId = null
  return unknown.map((id) => ({
    code: 'unknown.media',
    field: inBody.includes(id) ? 'bodyHtml' : 'leadMediaId',
    params: { id: id.slice(0, 12) },
  }))
}

const FIELDS = { person: 'bylines', tag: 'tagIds', category: 'categoryIds', source: 'sourceId' } as const
