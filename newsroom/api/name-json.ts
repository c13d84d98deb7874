import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import type { Site } from '@/newsroom/site'
import { placeJson } from './article-json'

interface Named extends NamedPlace {
  homepage: string | null
  parent: NamedPlace | null
}

const articlesOf = (parameter: string, slug: string, site: Site) =>
  `${site.url}/api/v1/articles?${parameter}=${encodeURIComponent(slug)}`

export const categoryJson = (category: Named, site: Site) => ({
  ...placeJson(category, categoryPath, site),
  articles: articlesOf('category', category.slug, site),
  parent: category.parent && placeJson(category.parent, categoryPath, site),
})

export const tagJson = (tag: Named, site: Site) => ({
  ...placeJson(tag, tagPath, site),
  articles: articlesOf('tag', tag.slug, site),
})

export const sourceJson = (source: Named, site: Site) => ({
  ...placeJson(source, sourcePath, site),
  articles: articlesOf('source', source.slug, site),
  homepage: source.homepage,
})
