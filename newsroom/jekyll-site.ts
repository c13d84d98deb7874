/** What a Jekyll site's _config.yml says about its posts. */
export interface JekyllSite {
  /** `https://finews.withounder.com`, without a trailing slash; empty when the archive does not say */
  url: string
  /** `/blog`, or empty */
  baseurl: string
  /** IANA name */
  timeZone: string
  /** template with placeholders, built-in styles spelled out */
  permalink: string
  /** posts from the future are shown */
  future: boolean
  language: string | null
  /** hosts whose links stay within the archive, lower case */
  knownHosts: string[]
  defaults: FrontMatterDefault[]
  warnings: string[]
}

/** Front matter for every file of a scope. */
export interface FrontMatterDefault {
  /** folder or glob below the archive's root; empty is everything */
  path: string
  type: string | null
  values: Record<string, unknown>
}
