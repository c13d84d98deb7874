import { Prisma } from '@/generated/prisma/client'
import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'

export type NamedKind = 'category' | 'tag' | 'source'

interface Named {
  names: Prisma.Sql
  /** rows `l` with "listedAt" */
  articles: Prisma.Sql
  /** of the name, in those rows */
  id: Prisma.Sql
  pathOf: (slug: string) => string
}

/** Where the articles of a category, tag or source are listed, in one index each. */
export const NAMED: Record<NamedKind, Named> = {
  category: {
    names: Prisma.sql`"Category"`,
    articles: Prisma.sql`"ArticleCategory"`,
    id: Prisma.sql`l."categoryId"`,
    pathOf: categoryPath,
  },
  tag: { names: Prisma.sql`"Tag"`, articles: Prisma.sql`"ArticleTag"`, id: Prisma.sql`l."tagId"`, pathOf: tagPath },
  source: { names: Prisma.sql`"Source"`, articles: Prisma.sql`"Article"`, id: Prisma.sql`l."sourceId"`, pathOf: sourcePath },
}
