import type { SettingName } from '@/newsroom/site-settings'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'

/** The stored value of a setting, held until the transaction ends: whoever changes it as well waits. */
export async function holdSetting(tx: Tx, name: SettingName): Promise<unknown> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`SiteSetting ${name}`}, 0))::text`
  return (await tx.siteSetting.findUnique({ where: { name }, select: { value: true } }))?.value
}

export async function storeSetting(tx: Tx, actor: Actor, name: SettingName, value: object): Promise<void> {
  const data = {
    value: JSON.parse(JSON.stringify(value)),
    changedById: actor.kind === 'staff' ? actor.id : null,
    changedAt: new Date(),
  }
  await tx.siteSetting.upsert({ where: { name }, create: { name, ...data }, update: data, select: { name: true } })
}
