import { Prisma } from '@/generated/prisma/client'
import type { NamedPlace } from '@/newsroom/article'
import { readDb } from '@/server/db'
import { isPublic } from './public-filter'

const LATEST = 300
const MOST_SOURCES = 40
const MOST_TAGS = 12

/** Categories with something to read, by pinyin. Unlike the register, which counts, this is asked with every search. */
export async function listSearchCategories(): Promise<NamedPlace[]> {
  return await readDb().$queryRaw`
    SELECT t."slug", t."name" FROM "Category" t
    WHERE EXISTS (SELECT 1 FROM "ArticleCategory" l WHERE l."categoryId" = t."id" AND ${isPublic('l')})
    ORDER BY t."sortKey" COLLATE "C", t."slug"`
}

/** Where the newest articles came from, most of them first. */
export async function listRecentSources(): Promise<NamedPlace[]> {
  return await recent(Prisma.sql`"Source" t ON t."id" = a."sourceId"`, MOST_SOURCES)
}

/** What the newest articles are about, most of them first. */
export async function listRecentTags(): Promise<NamedPlace[]> {
  return await recent(Prisma.sql`"ArticleTag" u ON u."articleId" = a."id" JOIN "Tag" t ON t."id" = u."tagId"`, MOST_TAGS)
}

async function recent(names: Prisma.Sql, most: number): Promise<NamedPlace[]> {
  return await readDb().$queryRaw`
    SELECT t."slug", t."name"
    FROM (SELECT l."id", l."sourceId" FROM "Article" l WHERE ${isPublic('l')} ORDER BY l."listedAt" DESC, l."id" DESC LIMIT ${LATEST}) a
    JOIN ${names} GROUP BY t."slug", t."name" ORDER BY count(*) DESC, t."slug" LIMIT ${most}`
}
