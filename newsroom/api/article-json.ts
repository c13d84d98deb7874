import { articlePath, categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import type { Article, CorrectionItem, NamedPlace, Picture } from '@/newsroom/article'
import { machineTime } from '@/newsroom/dates'
import { withAbsoluteAddresses } from '@/newsroom/html/absolute-addresses'
import type { Site } from '@/newsroom/site'
import type { ApiArticle, ArticleField } from './answers'

export const LIGHT_FIELDS = (field: ArticleField): boolean => field !== 'bodyHtml' && field !== 'bodyText'

/** An article as the API tells it, whole or in the fields asked for. */
export function articleJson(
  { article, plainText }: { article: Article; plainText: string },
  fields: ReadonlySet<ArticleField>,
  site: Site,
): ApiArticle {
  const whole = wholeArticle(article, site)
  const all = {
    ...whole,
    bodyHtml: fields.has('bodyHtml') ? withAbsoluteAddresses(article.bodyHtml, whole.url) : '',
    bodyText: plainText,
  } satisfies Required<ApiArticle>
  return Object.fromEntries(Object.entries(all).filter(([name]) => fields.has(name as ArticleField)))
}

function wholeArticle(article: Article, site: Site) {
  const { id, headline, kicker, subhead, standfirst, dateline, type, language, sourceUrl, bylines } = article
  const { originalHeadline, originalAuthor, aiAssistance, characterCount, source } = article
  return {
    id,
    url: site.url + articlePath(article, site.timeZone),
    headline,
    kicker,
    subhead,
    standfirst,
    dateline,
    publishedAt: machineTime(article.publishedAt, site.timeZone),
    updatedAt: machineTime(article.updatedAt, site.timeZone),
    type,
    language,
    source: source && { ...placeJson(source, sourcePath, site), homepage: source.url },
    sourceUrl,
    originalHeadline,
    originalAuthor,
    bylines,
    categories: article.categories.map((category) => placeJson(category, categoryPath, site)),
    tags: article.tags.map((tag) => placeJson(tag, tagPath, site)),
    picture: article.picture && pictureJson(article.picture, site),
    corrections: article.corrections.map(({ wrong, right, publishedAt }) => ({
      wrong,
      right,
      publishedAt: machineTime(publishedAt, site.timeZone),
    })),
    aiAssistance,
    characterCount,
  }
}

/** A category, tag or outlet with its page for readers. */
export const placeJson = ({ slug, name }: NamedPlace, path: (slug: string) => string, site: Site) => ({
  slug,
  name,
  url: site.url + path(slug),
})

function pictureJson({ renditions, alt, caption, credit, aiGenerated }: Picture, site: Site): Required<ApiArticle>['picture'] {
  const [widest] = renditions
  if (!widest) return null
  const { src, width, height } = widest
  return { url: site.url + src, width, height, alt, caption, credit, aiGenerated }
}

export const correctionJson = ({ wrong, right, publishedAt, article }: CorrectionItem, site: Site) => ({
  wrong,
  right,
  publishedAt: machineTime(publishedAt, site.timeZone),
  article: {
    id: article.id,
    url: site.url + articlePath(article, site.timeZone),
    headline: article.headline,
    publishedAt: machineTime(article.publishedAt, site.timeZone),
  },
})
