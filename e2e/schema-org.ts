/**
 * The part of schema.org's vocabulary (version 29) that the pages use: of each type what it is a kind of, and of each property of
 * its own what may stand there. `Text`, `URL`, `Number`, `Boolean`, `DateTime` are its data types.
 */
const TYPES: Record<string, { of: string | null; has: Record<string, string> }> = {
  Thing: {
    of: null,
    has: {
      name: 'Text',
      url: 'URL',
      description: 'Text',
      image: 'ImageObject URL',
      mainEntityOfPage: 'CreativeWork URL',
      potentialAction: 'Action',
    },
  },
  CreativeWork: {
    of: 'Thing',
    has: {
      headline: 'Text',
      alternativeHeadline: 'Text',
      author: 'Organization Person',
      editor: 'Person',
      publisher: 'Organization Person',
      sourceOrganization: 'Organization',
      datePublished: 'DateTime',
      dateModified: 'DateTime',
      inLanguage: 'Text',
      isAccessibleForFree: 'Boolean',
      isBasedOn: 'CreativeWork URL',
      isPartOf: 'CreativeWork URL',
      mainEntity: 'Thing',
      correction: 'CorrectionComment Text URL',
      creditText: 'Text',
      digitalSourceType: 'URL',
      keywords: 'Text URL',
      text: 'Text',
    },
  },
  Article: { of: 'CreativeWork', has: { articleSection: 'Text' } },
  NewsArticle: { of: 'Article', has: {} },
  Comment: { of: 'CreativeWork', has: {} },
  CorrectionComment: { of: 'Comment', has: {} },
  WebSite: { of: 'CreativeWork', has: {} },
  WebPage: { of: 'CreativeWork', has: { breadcrumb: 'BreadcrumbList Text' } },
  CollectionPage: { of: 'WebPage', has: {} },
  MediaObject: { of: 'CreativeWork', has: { width: 'Number', height: 'Number' } },
  ImageObject: { of: 'MediaObject', has: { caption: 'Text MediaObject' } },
  Organization: { of: 'Thing', has: { logo: 'ImageObject URL', correctionsPolicy: 'CreativeWork URL' } },
  NewsMediaOrganization: { of: 'Organization', has: {} },
  Person: { of: 'Thing', has: {} },
  Intangible: { of: 'Thing', has: {} },
  ItemList: { of: 'Intangible', has: { itemListElement: 'ListItem Text Thing' } },
  BreadcrumbList: { of: 'ItemList', has: {} },
  ListItem: { of: 'Intangible', has: { position: 'Number Text', item: 'Thing URL' } },
  EntryPoint: { of: 'Intangible', has: { urlTemplate: 'Text' } },
  // `query-input`: an input of an action, schema.org/docs/actions.html
  Action: { of: 'Thing', has: { target: 'EntryPoint URL', 'query-input': 'Text' } },
  SearchAction: { of: 'Action', has: { query: 'Text' } },
}
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/

/** What of a JSON-LD object is not schema.org's, each with the way to it; empty: all of it is. */
export function vocabularyFaults(value: unknown): string[] {
  const data = value as Record<string, unknown>
  if (data['@context'] !== 'https://schema.org') return [`@context is ${data['@context']}`]
  return faultsOf(data, 'Thing', '')
}

function faultsOf(value: unknown, expected: string, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => faultsOf(each, expected, `${at}[${index}]`))
  const kinds = expected.split(' ')
  if (typeof value !== 'object' || value === null)
    return isData(value, kinds) ? [] : [`${at} is ${JSON.stringify(value)}, not ${expected}`]
  const { '@type': type, '@id': id, '@context': _, ...properties } = value as Record<string, unknown>
  // A reference to what another object describes.
  if (type === undefined && typeof id === 'string' && Object.keys(properties).length === 0) return []
  if (typeof type !== 'string' || !(type in TYPES)) return [`${at} is of no known type: ${String(type)}`]
  if (!kinds.some((kind) => isA(type, kind))) return [`${at} is a ${type}, not ${expected}`]
  return Object.entries(properties).flatMap(([name, held]) => {
    const range = rangeOf(type, name)
    return range === null ? [`${at}.${name} is no property of ${type}`] : faultsOf(held, range, `${at}.${name}`)
  })
}

function isData(value: unknown, kinds: string[]): boolean {
  return kinds.some((kind) => {
    if (kind === 'Text') return typeof value === 'string' && value !== ''
    if (kind === 'URL') return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
    if (kind === 'DateTime') return typeof value === 'string' && INSTANT.test(value)
    return typeof value === kind.toLowerCase()
  })
}

function isA(type: string, kind: string): boolean {
  for (let each: string | null = type; each !== null; each = TYPES[each]?.of ?? null) if (each === kind) return true
  return false
}

function rangeOf(type: string, name: string): string | null {
  for (let each: string | null = type; each !== null; each = TYPES[each]?.of ?? null) {
    const range = TYPES[each]?.has[name]
    if (range) return range
  }
  return null
}
