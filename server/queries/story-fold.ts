import { Prisma } from '@/generated/prisma/client'
import type { ListName } from '@/newsroom/cache-tags'
import { isPublic } from './public-filter'

/** Of a row `l` of a list: none published before it in the list carries the same report. A list of one outlet is never folded. */
export function isFirstReport(list: ListName): Prisma.Sql {
  const [kind, listId] = list.split(':')
  if (kind === 'source') return Prisma.sql`true`
  if (kind === 'site') return isFirstOf(Prisma.sql`l."id"`, Prisma.empty)
  const rows = kind === 'tag' ? Prisma.raw('"ArticleTag"') : Prisma.raw('"ArticleCategory"')
  const isIn = kind === 'tag' ? Prisma.sql`o."tagId" = ${Number(listId)}` : Prisma.sql`o."categoryId" = ${Number(listId)}`
  return isFirstIn(rows, isIn)
}

/** The same of a row `l` of whatever category it stands in. */
export const isFirstInCategory = () => isFirstIn(Prisma.raw('"ArticleCategory"'), Prisma.sql`o."categoryId" = l."categoryId"`)

const isFirstIn = (rows: Prisma.Sql, isIn: Prisma.Sql) =>
  isFirstOf(
    Prisma.sql`l."articleId"`,
    Prisma.sql`AND EXISTS (SELECT 1 FROM ${rows} o WHERE o."articleId" = earlier."id" AND ${isIn})`,
  )

const isFirstOf = (id: Prisma.Sql, inList: Prisma.Sql) => Prisma.sql`NOT EXISTS (
    SELECT 1 FROM "StoryPlace" here
    CROSS JOIN LATERAL (SELECT a."articleId" AS "id" FROM "StoryPlace" a
      WHERE a."storyId" = here."storyId" AND (a."listedAt", a."articleId") < (here."listedAt", here."articleId") AND ${isPublic('a')}) earlier
    WHERE here."articleId" = ${id} ${inList})`

/** Of an article `a`: how many other outlets readers find the same report of. */
export const otherOutlets = Prisma.sql`(
  SELECT count(DISTINCT other."sourceId")::int FROM "StoryPlace" here
  JOIN "StoryPlace" l ON l."storyId" = here."storyId" AND l."articleId" <> here."articleId" AND ${isPublic('l')}
  JOIN "Article" other ON other."id" = l."articleId" AND other."sourceId" IS DISTINCT FROM a."sourceId"
  WHERE here."articleId" = a."id")`
