import { SITE_SETTINGS } from '@/newsroom/cache-tags'
import { readSettings, type SiteSettings } from '@/newsroom/site-settings'
import { readDb } from '@/server/db'
import { onceInRender, reads } from '@/server/render-scope'

/** What an administrator set for the whole site; what nobody set is as it comes. Asked of the database once a page. */
export async function findSiteSettings(): Promise<SiteSettings> {
  reads(SITE_SETTINGS)
  return await onceInRender('site-settings', async () => {
    const rows = await readDb().siteSetting.findMany({
      where: { name: { not: 'root-files' } },
      select: { name: true, value: true },
    })
    return readSettings(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
  })
}
