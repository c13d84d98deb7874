import { z } from 'zod'

/** What robots of one kind are asked to leave alone. */
export interface CrawlGroup {
  /** as robots name themselves: `Bytespider`, or `*` */
  agents: string[]
  /** beginnings of paths (RFC 9309, with `*` and a closing `$`) */
  disallow: string[]
  /** seconds between two requests, which some of them heed; null: as they like */
  crawlDelay: number | null
}

/** What an administrator asks of robots; robots.txt says it. */
export interface CrawlRules {
  /** for every robot that has no group of its own */
  everyone: Omit<CrawlGroup, 'agents'>
  /** whether those that gather text to train or feed language models are let in */
  ai: 'allow' | 'refuse'
  groups: CrawlGroup[]
}

export const OPEN_CRAWLING: CrawlRules = { everyone: { disallow: [], crawlDelay: null }, ai: 'allow', groups: [] }

/** Robots that gather text for language models, by the names their makers publish. None of them is a search engine's own. */
export const AI_CRAWLERS: readonly string[] = [
  'GPTBot',
  'ChatGPT-User',
  'ClaudeBot',
  'Claude-User',
  'anthropic-ai',
  'CCBot',
  'Google-Extended',
  'Applebot-Extended',
  'Meta-ExternalAgent',
  'FacebookBot',
  'Bytespider',
  'PerplexityBot',
  'Amazonbot',
  'cohere-ai',
  'Diffbot',
  'Omgilibot',
  'PanguBot',
  'YouBot',
]

export const MOST_CRAWL_GROUPS = 20
const MOST_LINES = 50

const AGENT = /^(?:\*|[A-Za-z0-9][A-Za-z0-9_./ -]{0,59})$/
const PATH = /^[/*][^\s#]{0,199}$/
const agent = z
  .string()
  .trim()
  .refine((text) => AGENT.test(text), 'crawl.agent')
const path = z
  .string()
  .trim()
  .refine((text) => PATH.test(text), 'crawl.path')
const rules = {
  disallow: z.array(path).max(MOST_LINES),
  crawlDelay: z.number().min(0).max(3600).nullable(),
}

export const crawlRules = z.object({
  everyone: z.object(rules),
  ai: z.enum(['allow', 'refuse']),
  groups: z.array(z.object({ agents: z.array(agent).min(1).max(MOST_LINES), ...rules })).max(MOST_CRAWL_GROUPS),
})
