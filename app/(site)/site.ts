import type { Site } from '@/newsroom/site'
import { config } from '@/server/config'

/** The operator's settings as components take them. */
export function currentSite(): Site {
  const { SITE_NAME: name, SITE_URL: url, SITE_LOCALE: locale, SITE_TIMEZONE: timeZone } = config()
  return { name, url, locale, timeZone }
}
