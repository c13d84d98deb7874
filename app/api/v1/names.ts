import { answer, answerQuery, pageAnswer, problemAnswer, site } from '@/app/api/v1/answer'
import { readNameCursor, writeNameCursor } from '@/newsroom/api/name-cursor'
import { categoryJson, sourceJson, tagJson } from '@/newsroom/api/name-json'
import { namesQuery } from '@/newsroom/api/query'
import { decodePart } from '@/newsroom/read-params'
import { findListedName, type ListedKind, listListedNames } from '@/server/queries/list-listed-names'

const JSON_OF = { category: categoryJson, tag: tagJson, source: sourceJson } as const

/** A page of the categories, tags or outlets that have something to read. */
export const listNames = async (kind: ListedKind, request: Request): Promise<Response> =>
  await answerQuery(request, namesQuery, async ({ limit, cursor }) => {
    const after = cursor === undefined ? null : readNameCursor(cursor)
    const { items, more } = await listListedNames(kind, { after, size: limit })
    const last = items.at(-1)
    const next = more && last ? writeNameCursor(last.slug) : null
    return pageAnswer(request, { items: items.map((item) => JSON_OF[kind](item, site())), next })
  })

/** One of them, by its slug as it stands in the address. */
export async function tellName(kind: ListedKind, encoded: string): Promise<Response> {
  const slug = decodePart(encoded)
  const found = slug === null ? null : await findListedName(kind, slug)
  return found ? answer(JSON_OF[kind](found, site())) : problemAnswer(404)
}
