import { settingTag } from '@/newsroom/cache-tags'
import { readSettings, type SiteSettings } from '@/newsroom/site-settings'
import { readDb } from '@/server/db'
import { onceInRender, reads } from '@/server/render-scope'

/** One thing an administrator set for the whole site; what nobody set is as it comes. All are asked of the database once a page. */
export async function findSiteSetting<Name extends keyof SiteSettings>(name: Name): Promise<SiteSettings[Name]> {
  reads(settingTag(name))
  const settings = await onceInRender('site-settings', async () => {
    const rows = await readDb().siteSetting.findMany({
      where: { name: { not: 'root-files' } },
      select: { name: true, value: true },
    })
    return readSettings(Object.fromEntries(rows.map(({ name, value }) => [name, value])))
  })
  return settings[name]
}
