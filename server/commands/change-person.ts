import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { PersonInput } from '@/newsroom/desk/taxonomy'
import type { Actor } from './actor'
import { dropPagesAround } from './drop-pages'
import { spellingOf } from './ensure-names'
import { markStale } from './index-articles'
import { MERGEABLE } from './merge-kinds'
import { holdNames } from './merge-names'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** A person's name in bylines, and the titles they held, with their days. */
export async function changePerson(actor: Actor, id: number, { name, titles }: PersonInput): Promise<Outcome> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const [held] = await holdNames(tx, MERGEABLE.person, [id])
    if (!held || held.mergedIntoId !== null) return refused({ code: 'not-found' })
    const articles = held.name === name ? [] : await MERGEABLE.person.articlesOf(tx, id)
    await dropPagesAround(tx, articles, [], async () => {
      await tx.person.update({ where: { id }, data: { name, ...spellingOf(name) }, select: { id: true } })
      await tx.personTitle.deleteMany({ where: { personId: id } })
      await tx.personTitle.createMany({
        data: titles.map(({ title, from, until }) => ({ personId: id, title, from: dayOf(from), until: dayOf(until) })),
      })
    })
    await markStale(tx, articles)
    await recordAudit(tx, actor, {
      action: 'person.change',
      subject: `person:${id}`,
      label: name,
      before: { name: held.name },
      after: { name, titles },
    })
    return { ok: true }
  })
}

const dayOf = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))
