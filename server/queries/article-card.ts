import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard, Picture } from '@/newsroom/article'
import { articleTag, nameTag } from '@/newsroom/cache-tags'
import type { MediaTold } from '@/newsroom/desk/picked-media'
import { excerpt } from '@/newsroom/excerpt'
import { type Rendition, readModernRenditions, readRenditions } from '@/newsroom/rendition'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import type { Ask } from '@/server/search-pool'
import { isPublic } from './public-filter'
import { otherOutlets } from './story-fold'

const EXCERPT_CHARACTERS = 90

interface CardRow {
  id: string
  publishedAt: Date
  headline: string
  kicker: string | null
  standfirst: string | null
  opening: string
  sourceId: number | null
  sourceSlug: string | null
  sourceName: string | null
  categoryId: number | null
  categorySlug: string | null
  categoryName: string | null
  media: MediaOfPicture | null
  otherOutlets: number
}

/** What of a row of Media readers get. */
export interface MediaOfPicture extends MediaTold {
  aiGenerated: boolean
}

/** `picks` is a query that yields ids in a column `id`; the cards come newest first. `ask`: over whose connection. */
export async function cardsOf(picks: Prisma.Sql, ask: Ask = askSite): Promise<ArticleCard[]> {
  const rows = await ask<CardRow>(Prisma.sql`
    SELECT a."id", a."publishedAt", r."headline", r."kicker", r."standfirst", left(r."plainText", 400) AS "opening",
           s."id" AS "sourceId", s."slug" AS "sourceSlug", s."name" AS "sourceName",
           c."id" AS "categoryId", c."slug" AS "categorySlug", c."name" AS "categoryName",
           CASE WHEN m."id" IS NOT NULL THEN json_build_object('id', m."id", 'renditions', m."renditions", 'alt', m."alt",
             'caption', m."caption", 'credit', m."credit", 'focalX', m."focalX", 'focalY', m."focalY",
             'aiGenerated', m."aiGenerated") END AS "media",
           ${otherOutlets} AS "otherOutlets"
    FROM (${picks}) pick
    JOIN "Article" a ON a."id" = pick."id"
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
    LEFT JOIN "Source" s ON s."id" = a."sourceId"
    LEFT JOIN "ArticleCategory" ac ON ac."articleId" = a."id" AND ac."position" = 0
    LEFT JOIN "Category" c ON c."id" = ac."categoryId"
    LEFT JOIN "Media" m ON m."id" = a."leadMediaId"
    ORDER BY a."listedAt" DESC, a."id" DESC`)
  return rows.map(toCard)
}

const askSite: Ask = async <Row extends object>(sql: Prisma.Sql) => await readDb().$queryRaw<Row[]>(sql)

/** The articles somebody chose, in that order, those of them that are public. */
export async function cardsInOrder(ids: string[]): Promise<ArticleCard[]> {
  reads(...ids.map(articleTag))
  const cards = await cardsById(ids)
  return ids.flatMap((id) => cards.get(id) ?? [])
}

/** Those of them that are public. Whoever picked them names what they depend on. */
export async function cardsById(ids: string[]): Promise<Map<string, ArticleCard>> {
  if (ids.length === 0) return new Map()
  const cards = await cardsOf(Prisma.sql`SELECT l."id" FROM "Article" l WHERE l."id" = ANY(${ids}) AND ${isPublic('l')}`)
  return new Map(cards.map((card) => [card.id, card]))
}

function toCard(row: CardRow): ArticleCard {
  if (row.sourceId !== null) reads(nameTag(`source:${row.sourceId}`))
  if (row.categoryId !== null) reads(nameTag(`category:${row.categoryId}`))
  return {
    id: row.id,
    headline: row.headline,
    kicker: row.kicker,
    standfirst: row.standfirst ?? (excerpt(row.opening, EXCERPT_CHARACTERS) || null),
    publishedAt: row.publishedAt,
    source: row.sourceSlug && row.sourceName ? { slug: row.sourceSlug, name: row.sourceName } : null,
    category: row.categorySlug && row.categoryName ? { slug: row.categorySlug, name: row.categoryName } : null,
    picture: row.media && toPicture(row.media),
    otherOutlets: row.otherOutlets,
  }
}

export function toPicture({ renditions: json, ...media }: MediaOfPicture): Picture | null {
  const renditions = readRenditions(json)
  if (renditions.length === 0) return null
  const { id, alt, caption, credit, focalX, focalY, aiGenerated } = media
  return {
    id,
    renditions: renditions.map(sizeOf),
    modern: readModernRenditions(json).map(sizeOf),
    alt: alt ?? '',
    caption: caption || null,
    credit: credit || null,
    focalX,
    focalY,
    aiGenerated,
  }
}

const sizeOf = ({ key, width, height }: Rendition) => ({ src: `/media/${key}`, width, height })
