import { z } from 'zod'
import { type CrawlRules, crawlRules, OPEN_CRAWLING } from './crawl-rules'
import { type Licences, licences, NO_LICENCES } from './licences'
import { type ReadCounts, readCounts } from './read-counts'
import { type Verification, verification } from './verification'

/** What an administrator sets for the whole site. Each is one row of the database, by its name here. */
export interface SiteSettings {
  verification: Verification
  licences: Licences
  crawling: CrawlRules
  readCounts: ReadCounts
}
export type SettingName = keyof SiteSettings | 'root-files'

export const DEFAULT_SETTINGS: SiteSettings = {
  verification: {},
  licences: NO_LICENCES,
  crawling: OPEN_CRAWLING,
  readCounts: { shown: false },
}

const settingShapes = { verification, licences, crawling: crawlRules, readCounts } satisfies {
  [Name in keyof SiteSettings]: z.ZodType<SiteSettings[Name]>
}

/** What is drawn on every page: a change of it makes every page stale. */
export const FRAME_SETTINGS: ReadonlySet<SettingName> = new Set<SettingName>(['verification', 'licences'])

/** Stored values as they are meant; one that an older or newer version wrote otherwise counts as not set. */
export function readSettings(stored: Readonly<Record<string, unknown>>): SiteSettings {
  return {
    verification: readOne('verification', stored.verification),
    licences: readOne('licences', stored.licences),
    crawling: readOne('crawling', stored.crawling),
    readCounts: readOne('readCounts', stored.readCounts),
  }
}

function readOne<Name extends keyof SiteSettings>(name: Name, value: unknown): SiteSettings[Name] {
  const read = settingShapes[name].safeParse(value)
  return read.success ? (read.data as SiteSettings[Name]) : DEFAULT_SETTINGS[name]
}

export type SettingChange = { [Name in keyof SiteSettings]: { name: Name; value: SiteSettings[Name] } }[keyof SiteSettings]

/** One setting and what it is to be, as a form sends it. */
export const settingChange: z.ZodType<SettingChange> = z.discriminatedUnion('name', [
  z.object({ name: z.literal('verification'), value: verification }),
  z.object({ name: z.literal('licences'), value: licences }),
  z.object({ name: z.literal('crawling'), value: crawlRules }),
  z.object({ name: z.literal('readCounts'), value: readCounts }),
])
