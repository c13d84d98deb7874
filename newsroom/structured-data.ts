import { articlePath } from './addresses'
import type { ArticleCard } from './article'
import type { Site } from './site'

/** schema.org and Baidu objects, to be written with jsonForScript. */
export type JsonLd = Record<string, unknown>

export const SCHEMA = 'https://schema.org'
export const absolute = (path: string, site: Site) => new URL(path, site.url).href
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

/** Where a page stands, from the front page down; paths are site-relative. */
export function breadcrumbList(trail: readonly ListedItem[], site: Site): JsonLd {
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

/** What stands in a list, as its own page calls it. */
export interface ListedItem {
  name: string
  /** site-relative */
  path: string
}

export const listedArticles = (
  cards: readonly Pick<ArticleCard, 'id' | 'headline' | 'publishedAt'>[],
  site: Site,
): ListedItem[] => cards.map((card) => ({ name: card.headline, path: articlePath(card, site.timeZone) }))

/** A list page: category, tag, source, day, month, year, the register, the corrections. */
export function collectionPage(page: { name: string; path: string; items: readonly ListedItem[] }, site: Site): JsonLd {
  return {
    '@context': SCHEMA,
    '@type': 'CollectionPage',
    name: page.name,
    url: absolute(page.path, site),
    inLanguage: site.locale,
    isPartOf: { '@id': `${site.url}/#website` },
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: page.items.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: absolute(path, site),
        name,
      })),
    },
  }
}
