import { nameTag } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { SourceInput } from '@/newsroom/desk/taxonomy'
import { publishTags } from '@/server/bus'
import { proposeSlug } from '@/server/free-slugs'
import type { Actor } from './actor'
import { changeAddress } from './change-address'
import { spellingOf } from './ensure-names'
import { markStale } from './index-articles'
import { MERGEABLE } from './merge-kinds'
import { holdNames } from './merge-names'
import { nameFaults } from './name-taken'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** An outlet's name, address here and address of its own. */
export async function changeSource(actor: Actor, id: number, { name, url, ...input }: SourceInput): Promise<Outcome> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const [held] = await holdNames(tx, MERGEABLE.source, [id])
    if (!held || held.mergedIntoId !== null) return refused({ code: 'not-found' })
    const slug = input.slug || (await proposeSlug(tx, 'Source', name, id))
    const faults = await nameFaults(tx, MERGEABLE.source, { id, name, slug })
    if (faults.length > 0) return refused(...faults)
    await tx.source.update({ where: { id }, data: { name, slug, url, ...spellingOf(name) }, select: { id: true } })
    // Its articles are found by its name.
    if (held.name !== name) await markStale(tx, await MERGEABLE.source.articlesOf(tx, id))
    const moved = await changeAddress(tx, MERGEABLE.source, id, { old: held.slug, new: slug })
    await recordAudit(tx, actor, {
      action: 'source.change',
      subject: `source:${id}`,
      label: name,
      before: { name: held.name, slug: held.slug },
      after: { name, slug, url },
    })
    await publishTags(tx, [nameTag(`source:${id}`), ...moved])
    return { ok: true }
  })
}
