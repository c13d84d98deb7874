import { articlePath } from './addresses'
import type { Article, ArticleCard, Byline, Correction } from './article'
import { machineTime } from './dates'
import type { Site } from './site'
import { texts } from './texts'

/** schema.org and Baidu objects, to be written with jsonForScript. */
export type JsonLd = Record<string, unknown>

const SCHEMA = 'https://schema.org'
const absolute = (path: string, site: Site) => new URL(path, site.url).href
const organizationId = (site: Site) => `${site.url}/#organization`

export function newsMediaOrganization(site: Site): JsonLd {
  return {
    '@context': SCHEMA,
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(site),
    name: site.name,
    url: `${site.url}/`,
    logo: { '@type': 'ImageObject', url: `${site.url}/icon-512.png`, width: 512, height: 512 },
    correctionsPolicy: `${site.url}/corrections`,
  }
}

export function webSite(site: Site): JsonLd {
  return {
    '@context': SCHEMA,
    '@type': 'WebSite',
    '@id': `${site.url}/#website`,
    name: site.name,
    url: `${site.url}/`,
    inLanguage: site.locale,
    publisher: { '@id': organizationId(site) },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.url}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** Google's recommended properties for news; a reprint names where it was first published. */
export function newsArticle(article: Article, site: Site): JsonLd {
  const url = absolute(articlePath(article, site.timeZone), site)
  const { '@context': _, ...publisher } = newsMediaOrganization(site)
  return {
    '@context': SCHEMA,
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    url,
    headline: article.headline,
    ...(article.subhead && { alternativeHeadline: article.subhead }),
    ...(article.description && { description: article.description }),
    ...(article.picture && { image: images(article.picture, site) }),
    datePublished: machineTime(article.publishedAt, site.timeZone),
    dateModified: machineTime(article.revised ? article.updatedAt : article.publishedAt, site.timeZone),
    author: authors(article, publisher),
    ...(article.bylines.some(isEditor) && { editor: article.bylines.filter(isEditor).map(person) }),
    publisher,
    ...(article.categories.length > 0 && { articleSection: article.categories.map((category) => category.name) }),
    ...(article.tags.length > 0 && { keywords: article.tags.map((tag) => tag.name) }),
    inLanguage: article.language,
    isAccessibleForFree: true,
    ...firstPublication(article),
    ...(article.corrections.length > 0 && { correction: article.corrections.map((each) => correctionComment(each, site)) }),
    ...(article.aiAssistance !== 'none' && { digitalSourceType: DIGITAL_SOURCE[article.aiAssistance] }),
  }
}

function correctionComment({ wrong, right, publishedAt }: Correction, site: Site): JsonLd {
  return {
    '@type': 'CorrectionComment',
    text: texts(site.locale)('corrections.sentence', { wrong, right }),
    datePublished: machineTime(publishedAt, site.timeZone),
  }
}

/** schema.org/IPTCDigitalSourceEnumeration */
const DIGITAL_SOURCE = {
  assisted: `${SCHEMA}/CompositeWithTrainedAlgorithmicMediaDigitalSource`,
  generated: `${SCHEMA}/TrainedAlgorithmicMediaDigitalSource`,
}

function images(picture: NonNullable<Article['picture']>, site: Site) {
  return picture.renditions.slice(0, 1).map(({ src, width, height }) => ({
    '@type': 'ImageObject',
    url: absolute(src, site),
    width,
    height,
    ...(picture.alt && { caption: picture.alt }),
    ...(picture.credit && { creditText: picture.credit }),
    ...(picture.aiGenerated && { digitalSourceType: DIGITAL_SOURCE.generated }),
  }))
}

const person = ({ name }: Byline) => ({ '@type': 'Person', name })
const isEditor = ({ role }: Byline) => role === 'editor'
const writes = ({ role }: Byline) => role === 'reporter' || role === 'correspondent' || role === 'author'

/** Those who wrote it, else the outlet it came from, else this newspaper. */
function authors(article: Article, publisher: JsonLd) {
  const people = article.bylines.filter(writes).map(person)
  if (people.length > 0) return people
  return [article.source ? outlet(article.source) : { '@type': 'Organization', name: publisher.name, url: publisher.url }]
}

const outlet = ({ name, url }: NonNullable<Article['source']>) => ({ '@type': 'Organization', name, ...(url && { url }) })

function firstPublication({ type, source, sourceUrl }: Article): JsonLd {
  if (type === 'original') return {}
  return {
    ...(source && { sourceOrganization: outlet(source) }),
    ...(sourceUrl && { isBasedOn: { '@type': 'NewsArticle', url: sourceUrl, ...(source && { publisher: outlet(source) }) } }),
  }
}

/** Where a page stands, from the front page down; paths are site-relative. */
export function breadcrumbList(trail: { name: string; path: string }[], site: Site): JsonLd {
  return {
    '@context': SCHEMA,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path, site),
    })),
  }
}

/** A list page: category, tag, source, day, month, year. */
export function collectionPage(page: { name: string; path: string; items: ArticleCard[] }, site: Site): JsonLd {
  return {
    '@context': SCHEMA,
    '@type': 'CollectionPage',
    name: page.name,
    url: absolute(page.path, site),
    inLanguage: site.locale,
    isPartOf: { '@id': `${site.url}/#website` },
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: page.items.map((item, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: absolute(articlePath(item, site.timeZone), site),
        name: item.headline,
      })),
    },
  }
}

/** Baidu's 时间因子: the Beijing clock without an offset, whatever the site's own zone; a script of its own beside schema.org's. */
export function baiduTimeFactor(article: Article, site: Site): JsonLd {
  const clock = (instant: Date) => machineTime(instant, 'Asia/Shanghai').slice(0, 19)
  return {
    '@context': 'https://ziyuan.baidu.com/contexts/cambrian.jsonld',
    '@id': absolute(articlePath(article, site.timeZone), site),
    title: article.headline,
    ...(article.picture && { images: article.picture.renditions.slice(0, 1).map(({ src }) => absolute(src, site)) }),
    description: article.description,
    pubDate: clock(article.publishedAt),
    upDate: clock(article.revised ? article.updatedAt : article.publishedAt),
  }
}
