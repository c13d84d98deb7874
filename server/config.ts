import { resolve } from 'node:path'
import { z } from 'zod'
import { SECOND_FACTOR_RULES } from '@/newsroom/desk/second-factor'
import { PURGE_KINDS } from '@/newsroom/edge/purge-calls'
import { isNetwork } from '@/newsroom/network-address'
import { passwordFault, SHORTEST_PASSWORD } from '@/newsroom/password'
import { readStorageUrl, STORAGE_URL_FORM } from './storage-url'

const port = z.coerce.number().int().min(0).max(65_535)
const count = z.coerce.number().int().min(1).max(256)
const milliseconds = z.coerce.number().int().min(1).max(3_600_000)
const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin)
const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Shanghai')
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address, postgresql://user:password@host:5432/name')
const urls = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(postgresUrl))
/** Variables whose values no message shows. */
const SECRET = /TOKEN|DATABASE|PASSWORD|SECRET|SMTP|STORAGE|KEY/
const storageUrl = z.string().transform((text, context) => {
  const bucket = readStorageUrl(text)
  if (bucket) return bucket
  context.addIssue({ code: 'custom', message: `an address of object storage, ${STORAGE_URL_FORM}` })
  return z.NEVER
})
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1')
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean))

const settings = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  SITE_URL: origin.optional(),
  SITE_NAME: z.string().min(1).optional(),
  SITE_LOCALE: z.enum(['zh-CN', 'en']).default('zh-CN'),
  SITE_TIMEZONE: timeZone.default('Asia/Shanghai'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  /** standbys that readers' pages may be read from, each by its own address */
  DATABASE_REPLICA_URL: urls.optional(),
  DATABASE_POOL_SIZE: count.default(10),
  /** connections a process has for searches, beside those of the site */
  SEARCH_POOL_SIZE: count.default(3),
  DATA_DIR: z.string().min(1).default('.data'),
  STORAGE_URL: storageUrl.optional(),
  WEB_CONCURRENCY: count.default(1),
  /** who does what happens by the clock: the site itself, or a `npm run worker` beside it */
  JOBS: z.enum(['site', 'worker']).default('site'),
  /** how long is kept what tells of past work; the law asks for half a year (网络安全法) */
  RECORDS_DAYS: z.coerce.number().int().min(183, '183 or more, half a year').max(36_500).default(366),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** what of requests is logged, beside kept pages where `all` is wanted */
  ACCESS_LOG: z.enum(['errors', 'all', 'off']).default('errors'),
  /** how much of a visitor's address a log line holds */
  LOG_ADDRESSES: z.enum(['none', 'network', 'full']).default('network'),
  SLOW_REQUEST_MS: milliseconds.default(1_000),
  SLOW_QUERY_MS: milliseconds.default(500),
  /** a collector of OpenTelemetry traces; the exporter reads the other OTEL_EXPORTER_OTLP_… by itself */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** 0 keeps nothing, so that what a render takes can be measured */
  PAGE_CACHE_BYTES: z.coerce
    .number()
    .int()
    .refine((bytes) => bytes === 0 || bytes >= 1_000_000, '0, or 1000000 and more')
    .default(48 * 2 ** 20),
  /** by one visitor, in a process */
  SEARCHES_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(240),
  /** what feeds carry of an article */
  FEED_TEXT: z.enum(['full', 'summary']).default('full'),
  WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
  INDEXNOW_KEY: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,128}$/, '8 to 128 letters, digits or hyphens')
    .optional(),
  INDEXNOW_ENDPOINT: z.url({ protocol: /^https?$/ }).default('https://api.indexnow.org/indexnow'),
  BAIDU_PUSH_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{8,64}$/, 'the token of 普通收录, letters and digits')
    .optional(),
  BAIDU_PUSH_ENDPOINT: z.url({ protocol: /^https?$/ }).default('http://data.zz.baidu.com/urls'),
  /** everything but the sending of pushes and webhooks */
  PUSH_DRY_RUN: flag,
  /** for tests: what is sent may go to this machine, and this machine's own address is pushed */
  PUSH_TO_LOOPBACK: flag,
  /** the paper's account at WeChat: its pages then set their own card there */
  WECHAT_APP_ID: z
    .string()
    .regex(/^wx\w+$/, 'the id of a WeChat account, wx…')
    .optional(),
  WECHAT_APP_SECRET: z.string().min(1).optional(),
  WECHAT_API_URL: origin.default('https://api.weixin.qq.com'),
  /** caches in front that keep pages by tag: each is told what to drop */
  PURGE_URL: list
    .refine((urls) => urls.every(isPlainUrl), 'addresses of edges, http://… or https://…, without a password')
    .optional(),
  PURGE_KIND: z.enum(PURGE_KINDS).optional(),
  PURGE_TOKEN: z.string().min(1).optional(),
  /** how long an edge that is told may keep a page */
  EDGE_SECONDS: z.coerce.number().int().min(1).max(86_400).default(1),
  METRICS_TOKEN: z.string().min(1).optional(),
  /** every name below the site's speaks https as well, for as long as browsers remember it */
  HSTS_SUBDOMAINS: flag,
  ALLOWED_HOSTS: list.optional(),
  TRUSTED_PROXIES: list
    .refine((networks) => networks.every(isNetwork), 'addresses or networks, such as 127.0.0.1, 10.0.0.0/8')
    .optional(),
  ADMIN_EMAIL: z
    .email('an e-mail address')
    .transform((text) => text.toLowerCase())
    .optional(),
  ADMIN_PASSWORD: z
    .string()
    .refine(
      (text) => passwordFault(text) === null,
      `a password of ${SHORTEST_PASSWORD} to 200 characters that is none of the usual ones`,
    )
    .optional(),
  /** who has nothing at the desk before a second factor of theirs is on */
  SECOND_FACTOR: z.enum(SECOND_FACTOR_RULES).default('offered'),
  AUTH_SECRET: z.string().min(32, 'a secret of at least 32 characters, the same on every server').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'a mail server, smtp://user:password@host:587 or smtps://…')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'an e-mail address, or Name <name@example.org>')
    .optional(),
})
type Settings = z.infer<typeof settings>

export interface Config extends Omit<Settings, 'SITE_URL' | 'SITE_NAME' | 'DATA_DIR'> {
  SITE_URL: string
  /** whether SITE_URL was given; else the site's own name is a guess */
  SITE_URL_GIVEN: boolean
  SITE_NAME: string
  /** absolute */
  DATA_DIR: string
}

/** A variable holds what it should not: one line a variable, fit to be printed as it is. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'http:' || protocol === 'https:') && !username && !password
}

/** The first administrator, an account at WeChat, an edge: given whole or not at all. */
const PAIRS = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'],
  ['PURGE_URL', 'PURGE_KIND'],
] as const

function needBoth(read: Settings, { addIssue }: z.RefinementCtx<Settings>): void {
  for (const [one, other] of PAIRS) {
    if ((read[one] === undefined) === (read[other] === undefined)) continue
    const missing = read[one] === undefined ? one : other
    addIssue({ code: 'custom', path: [missing], message: `${one} and ${other} are set together` })
  }
  if (read.EDGE_SECONDS > 1 && !read.PURGE_URL)
    addIssue({
      code: 'custom',
      path: ['EDGE_SECONDS'],
      message: 'more than 1 only where PURGE_URL is set: nobody would tell the edge',
    })
}

/** Reads settings from an environment; throws ConfigError naming each wrong variable, what it holds and what it should be. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, env[name]?.trim() || undefined]))
  const read = settings.superRefine(needBoth).safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const held = SECRET.test(name) ? '(not shown)' : JSON.stringify(given[name])
      return `${name} holds ${held}: ${issue.message}`
    })
    throw new ConfigError(lines.join('\n'))
  }
  const { data } = read
  return {
    ...data,
    SITE_URL_GIVEN: data.SITE_URL !== undefined,
    SITE_URL: data.SITE_URL ?? `http://localhost:${data.PORT}`,
    SITE_NAME: data.SITE_NAME ?? (data.SITE_LOCALE === 'en' ? 'Broadsheet' : '大报'),
    DATA_DIR: resolve(data.DATA_DIR),
  }
}

const HOME = Symbol.for('broadsheet.config')
const home = globalThis as { [HOME]?: Config }

/** The settings of this process, read once; Next's bundle and the page server share them. */
export function config(): Config {
  home[HOME] ??= readConfig(process.env)
  return home[HOME]
}
