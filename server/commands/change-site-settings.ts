import type { Prisma } from '@/generated/prisma/client'
import { EVERYTHING, settingTag } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { FRAME_SETTINGS, readSettings, type SettingChange } from '@/newsroom/site-settings'
import { publishTags } from '@/server/bus'
import { recordAudit } from './record-audit'
import { holdSetting, storeSetting } from './store-setting'
import { transact } from './transact'

/** Sets one thing for the whole site. What is drawn on every page makes every page stale. */
export async function changeSiteSettings(actor: StaffActor, { name, value }: SettingChange): Promise<Outcome> {
  if (!mayAtDesk(actor, 'manage-site')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const before = readSettings({ [name]: await holdSetting(tx, name) })[name]
    await storeSetting(tx, actor, name, value)
    await recordAudit(tx, actor, {
      action: 'settings.change',
      subject: `settings:${name}`,
      before: before as unknown as Prisma.InputJsonObject,
      after: value as unknown as Prisma.InputJsonObject,
    })
    await publishTags(tx, FRAME_SETTINGS.has(name) ? [settingTag(name), EVERYTHING] : [settingTag(name)])
    return { ok: true }
  })
}
