import { headlineTerms } from '@/newsroom/headline-terms'
import { db } from './db'

export interface ArticleToInsert {
  id: string
  headline?: string
  at?: string
  publication?: 'unpublished' | 'scheduled' | 'live' | 'withdrawn'
  categories?: string[]
  tags?: string[]
  source?: string
  bodyHtml?: string
  externalId?: string
  oldAddress?: string
}

/** For tests of queries and commands: an article with whatever it needs, names standing for slugs. */
export async function insertArticle(given: ArticleToInsert): Promise<void> {
  const {
    id,
    headline = `标题 ${given.id}`,
    at = '2026-11-23T02:00:00Z',
    bodyHtml = '<p>正文。</p>',
    categories = ['yaowen'],
    tags = [],
  } = given
  const publishedAt = new Date(at)
  await db().$transaction(async (tx) => {
    const source = given.source && { slug: given.source, name: given.source }
    const { id: sourceId } = source
      ? await tx.source.upsert({ where: { slug: source.slug }, create: source, update: {} })
      : { id: null }
    await tx.article.createMany({
      data: {
        id,
        publication: given.publication ?? 'live',
        publishedAt,
        updatedAt: publishedAt,
        // As an import has it: a draft never was before readers.
        liveRevision: given.publication === 'unpublished' ? null : 1,
        draftRevision: 1,
        externalId: given.externalId ?? null,
        sourceId,
      },
    })
    await tx.revision.createMany({
      data: {
        articleId: id,
        number: 1,
        headline,
        bodyHtml,
        plainText: bodyHtml.replace(/<[^>]*>/g, ''),
        characterCount: 3,
        sanitizerVersion: 1,
        contentHash: id,
        author: 'test',
        reason: 'test',
      },
    })
    await tx.$executeRaw`UPDATE "Article" SET "headlineTerms" = array_to_tsvector(${headlineTerms(headline)}) WHERE "id" = ${id}`
    for (const [position, slug] of categories.entries()) {
      const named = { slug, name: slug, archiveName: slug, sortKey: slug }
      const category = await tx.category.upsert({ where: { slug }, create: named, update: {} })
      await tx.articleCategory.createMany({ data: { articleId: id, categoryId: category.id, position } })
    }
    for (const [position, slug] of tags.entries()) {
      const tag = await tx.tag.upsert({ where: { slug }, create: { slug, name: slug, sortKey: slug }, update: {} })
      await tx.articleTag.createMany({ data: { articleId: id, tagId: tag.id, position } })
    }
    if (given.oldAddress) await tx.redirect.createMany({ data: { path: given.oldAddress, articleId: id } })
  })
}
