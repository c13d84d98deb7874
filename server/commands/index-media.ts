import { headlineTerms } from '@/newsroom/headline-terms'
import type { Tx } from '@/server/db'
import { jsonRows } from './json-rows'

interface Words {
  id: string
  caption: string | null
  credit: string | null
  alt: string | null
  fileName: string | null
}

/** Writes down what pictures are found by: caption, credit, alt and file name. */
export async function indexMedia(tx: Pick<Tx, 'media' | '$executeRaw'>, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const select = { id: true, caption: true, credit: true, alt: true, fileName: true }
  const media = await tx.media.findMany({ where: { id: { in: ids } }, select })
  await tx.$executeRaw`
    UPDATE "Media" m SET "searchTerms" = array_to_tsvector(x."terms")
    FROM json_to_recordset(${jsonRows(media.map((words) => ({ id: words.id, terms: termsOf(words) })))}::json) AS x("id" text, "terms" text[])
    WHERE m."id" = x."id"`
}

/** Each text by itself, so that no pair is made of the end of one and the beginning of another. */
const termsOf = ({ caption, credit, alt, fileName }: Words) => [
  ...new Set([caption, credit, alt, fileName].flatMap((text) => headlineTerms(text ?? ''))),
]
