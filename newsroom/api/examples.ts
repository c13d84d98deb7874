/** Questions the page for people (/api) asks of the read API, in the order it tells them. A test asks them all. */
export const API_EXAMPLES = [
  { name: 'newest', path: '/articles?limit=20' },
  { name: 'whole', path: '/articles?limit=1&fields=id,url,headline,bylines,source,bodyHtml' },
  { name: 'days', path: '/articles?from=2026-11-01&to=2026-11-30&type=original' },
  { name: 'changed', path: '/articles?updatedSince=2026-11-30' },
  { name: 'search', path: '/search?q=书店&sort=newest' },
  { name: 'categories', path: '/categories' },
  { name: 'tags', path: '/tags' },
  { name: 'sources', path: '/sources' },
  { name: 'corrections', path: '/corrections' },
] as const

/** Asked first, and answered on the page. */
export const FIRST_QUESTION = '/articles?limit=1&fields=id,url,headline,publishedAt'

export const firstAnswer = (siteUrl: string) => ({
  items: [
    {
      id: '9f3k2m8p1q',
      url: `${siteUrl}/2026/11/30/9f3k2m8p1q`,
      headline: '河边开了一家书店',
      publishedAt: '2026-11-30T10:34:53+08:00',
    },
  ],
  next: 'mc0z1k2p-9f3k2m8p1q',
})
