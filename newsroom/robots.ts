import { AI_CRAWLERS, type CrawlGroup, type CrawlRules } from './crawl-rules'

/** Nothing of ours to find; pages that should not be found (`noindex`) must be let in to be read, so none of them stands here. */
const OURS = ['/api/']
const MAPS = ['/sitemap.xml', '/news-sitemap.xml']

/**
 * robots.txt (RFC 9309). A robot takes the one group that names it and no other, so what holds for everyone is said in each
 * that names somebody, and who is named twice hears both.
 */
export function robotsTxt({ everyone, ai, groups }: CrawlRules, siteUrl: string): string {
  const general: CrawlGroup = { ...everyone, agents: ['*'] }
  const refused: CrawlGroup[] = ai === 'refuse' ? [{ agents: [...AI_CRAWLERS], disallow: ['/'], crawlDelay: null }] : []
  const named = [...groups, ...refused].map((group) => ({
    ...group,
    disallow: [...new Set([...OURS, ...everyone.disallow, ...group.disallow])],
    crawlDelay: group.crawlDelay ?? everyone.crawlDelay,
  }))
  const all = [{ ...general, disallow: [...new Set([...OURS, ...everyone.disallow])] }, ...named]
  const maps = MAPS.map((path) => `Sitemap: ${siteUrl}${path}`)
  return `${all.map(written).join('\n\n')}\n\n${maps.join('\n')}\n`
}

function written({ agents, disallow, crawlDelay }: CrawlGroup): string {
  return [
    ...agents.map((agent) => `User-agent: ${agent}`),
    ...disallow.map((path) => `Disallow: ${path}`),
    ...(crawlDelay === null ? [] : [`Crawl-delay: ${crawlDelay}`]),
  ].join('\n')
}
