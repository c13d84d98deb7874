import { expect, test } from 'vitest'
import { AI_CRAWLERS, OPEN_CRAWLING } from './crawl-rules'
import { robotsTxt } from './robots'

const MAPS = 'Sitemap: https://news.example/sitemap.xml\nSitemap: https://news.example/news-sitemap.xml\n'

test('as it comes, everybody is let in to everything but the interface, and shown the maps', () => {
  expect(robotsTxt(OPEN_CRAWLING, 'https://news.example')).toBe(`User-agent: *\nDisallow: /api/\n\n${MAPS}`)
})

test('whoever is named hears what holds for everyone, too', () => {
  const rules = {
    everyone: { disallow: ['/tag/*?before='], crawlDelay: 1 },
    ai: 'allow' as const,
    groups: [{ agents: ['Bytespider', 'PetalBot'], disallow: ['/'], crawlDelay: 10 }],
  }
  expect(robotsTxt(rules, 'https://news.example')).toBe(
    'User-agent: *\nDisallow: /api/\nDisallow: /tag/*?before=\nCrawl-delay: 1\n\n' +
      'User-agent: Bytespider\nUser-agent: PetalBot\nDisallow: /api/\nDisallow: /tag/*?before=\nDisallow: /\nCrawl-delay: 10\n\n' +
      MAPS,
  )
})

test('robots that feed language models are kept out as a group of their own', () => {
  const text = robotsTxt({ ...OPEN_CRAWLING, ai: 'refuse' }, 'https://news.example')
  const [, group = ''] = text.split('\n\n')
  expect(group).toBe([...AI_CRAWLERS.map((agent) => `User-agent: ${agent}`), 'Disallow: /api/', 'Disallow: /'].join('\n'))
})
