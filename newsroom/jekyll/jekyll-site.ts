import { rescueEntries } from './front-matter-rescue'
import type { FrontMatterDefault } from './jekyll-defaults'
import { isTimeZone } from './wall-clock'
import { readYaml, type Words } from './yaml-words'

/** What a Jekyll site's _config.yml says about its posts. */
export interface JekyllSite {
  /** `https://finews.withounder.com`, without a trailing slash; empty when the archive does not say */
  url: string
  /** `/blog`, or empty */
  baseurl: string
  /** IANA name */
  timeZone: string
  /** the archive names its zone; if not, Jekyll used the clock of the machine that built it (GitHub: UTC) */
  timeZoneKnown: boolean
  /** template with placeholders, built-in styles spelled out */
  permalink: string
  /** posts from the future are shown */
  future: boolean
  /** posts with `published: false` are shown */
  unpublished: boolean
  language: string | null
  /** hosts whose links stay within the archive, lower case */
  knownHosts: string[]
  /** folder that holds `_posts`, without slashes at its ends, or empty */
  collectionsDir: string
  defaults: FrontMatterDefault[]
  warnings: string[]
}

export interface SiteSettings {
  /** beats the archive's own: `--timezone` */
  timeZone?: string
  /** when the archive names none */
  usualTimeZone?: string
  /** more hosts of the archive: its CNAME file */
  hosts?: string[]
}

const STYLES: Record<string, string> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
}
/** Names the news archive had in its years, found in its back links whatever its configuration says. */
const FORMER_HOSTS = ['finews.zning.me', 'finews.withounder.com']
const YES = /^(?:true|yes|on)$/i

/** Reads a _config.yml; null when the folder has none. What it cannot read it passes over, with a warning. */
export function readJekyllSite(configYaml: string | null, settings: SiteSettings = {}): JekyllSite {
  const warnings: string[] = []
  const config = readConfig(configYaml ?? '', warnings)
  const url = (textOf(config, 'url') ?? '').replace(/\/+$/, '')
  const zone = settings.timeZone ?? textOf(config, 'timezone')
  return {
    url: isWebAddress(url) ? url : '',
    baseurl: pathOf(textOf(config, 'baseurl')),
    timeZone: usableZone(zone, settings.usualTimeZone ?? 'Asia/Shanghai', warnings),
    timeZoneKnown: zone !== null,
    permalink: permalinkOf(config),
    future: YES.test(textOf(config, 'future') ?? ''),
    unpublished: YES.test(textOf(config, 'unpublished') ?? ''),
    language: textOf(config, 'lang') ?? textOf(config, 'language') ?? textOf(config, 'locale'),
    knownHosts: hostsOf(url, settings.hosts ?? []),
    collectionsDir: pathOf(textOf(config, 'collections_dir')).slice(1),
    defaults: defaultsOf(config.get('defaults') ?? null, warnings),
    warnings,
  }
}

function readConfig(configYaml: string, warnings: string[]): Map<string, Words> {
  const text = configYaml.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const yaml = readYaml(text)
  if (!('reason' in yaml)) return yaml.data
  warnings.push(`_config.yml is not YAML (${yaml.reason}); read line by line`)
  return rescueEntries(text, 1).data
}

function textOf(config: Map<string, Words>, name: string): string | null {
  const value = config.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** `blog/` → `/blog`, `/` → nothing */
function pathOf(text: string | null): string {
  const path = (text ?? '').replace(/^\/+|\/+$/g, '')
  return path === '' ? '' : `/${path}`
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

function usableZone(zone: string | null, usual: string, warnings: string[]): string {
  if (zone === null) return usual
  if (isTimeZone(zone)) return zone
  warnings.push(`timezone: ${zone} is no time zone; UTC was used, as Jekyll does`)
  return 'UTC'
}

function permalinkOf(config: Map<string, Words>): string {
  const collections = config.get('collections')
  const posts = collections instanceof Map ? collections.get('posts') : null
  const ofPosts = posts instanceof Map ? textOf(posts, 'permalink') : null
  if (ofPosts) return ofPosts
  const style = textOf(config, 'permalink') ?? 'date'
  return Object.hasOwn(STYLES, style) ? (STYLES[style] ?? style) : style
}

function hostsOf(url: string, more: string[]): string[] {
  const own = isWebAddress(url) ? [new URL(url).host] : []
  return [...new Set([...own, ...more.map((host) => host.trim().toLowerCase()).filter(Boolean), ...FORMER_HOSTS])]
}

function defaultsOf(list: Words, warnings: string[]): FrontMatterDefault[] {
  const defaults: FrontMatterDefault[] = []
  for (const item of Array.isArray(list) ? list : []) {
    const values = item instanceof Map ? item.get('values') : null
    const scope = item instanceof Map ? (item.get('scope') ?? null) : null
    if (!(values instanceof Map)) {
      warnings.push('defaults: an entry without values was passed over')
      continue
    }
    const within = scope instanceof Map ? scope : new Map<string, Words>()
    defaults.push({ path: textOf(within, 'path') ?? '', type: textOf(within, 'type'), values })
  }
  return defaults
}
