import { articlePath } from './addresses'
import type { Article, Byline, Correction } from './article'
import { cutCard } from './card'
import { machineTime } from './dates'
import { lastChange } from './last-change'
import type { Site } from './site'
import { absolute, type JsonLd, newsMediaOrganization, SCHEMA } from './structured-data'
import { texts } from './texts'

/** Google's recommended properties for news; a reprint names where it was first published. */
export function newsArticle(article: Article, site: Site): JsonLd {
  const url = absolute(articlePath(article, site.timeZone), site)
  const { '@context': _, ...publisher } = newsMediaOrganization(site)
  return {
    '@context': SCHEMA,
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    url,
    headline: cutHeadline(article.headline),
    ...(article.subhead && { alternativeHeadline: article.subhead }),
    ...(article.description && { description: article.description }),
    ...imagesOf(article, site),
    datePublished: machineTime(article.publishedAt, site.timeZone),
    dateModified: machineTime(lastChange(article), site.timeZone),
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

/** Google's: a longer one may be cut anywhere. */
const LONGEST_HEADLINE = 110

function cutHeadline(headline: string): string {
  const characters = [...headline]
  return characters.length > LONGEST_HEADLINE ? `${characters.slice(0, LONGEST_HEADLINE - 1).join('')}…` : headline
}

/** Google's least, in pixels. */
const SMALLEST_IMAGE = 50_000

/** The lead picture in the three shapes that Google asks for, each really cut to it; what is too small for that is left out. */
function imagesOf({ id, picture }: Article, site: Site): JsonLd {
  const cuts = (['16x9', '4x3', 'square'] as const).flatMap((shape) => cutCard(id, picture, shape) ?? [])
  const image = cuts
    .filter(({ width, height }) => width * height >= SMALLEST_IMAGE)
    .map(({ path, width, height }) => ({
      '@type': 'ImageObject',
      url: absolute(path, site),
      width,
      height,
      ...(picture?.alt && { caption: picture.alt }),
      ...(picture?.credit && { creditText: picture.credit }),
      ...(picture?.aiGenerated && { digitalSourceType: DIGITAL_SOURCE.generated }),
    }))
  return image.length > 0 ? { image } : {}
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
    upDate: clock(lastChange(article)),
  }
}
