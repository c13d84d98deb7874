import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'

export interface Deed {
  /** `noun.verb`: article.publish, staff.disable, tag.merge … */
  action: string
  /** `noun:id`: article:1a2b…, category:7 … */
  subject: string
  /** what the subject is called now, for whoever reads this in ten years */
  label?: string
  /** plain JSON of what was and what is; no secrets, no whole texts */
  before?: Prisma.InputJsonValue | null
  after?: Prisma.InputJsonValue | null
}

/** One line of the record, in the transaction of the deed itself. */
export async function recordAudit(tx: Tx, actor: Actor, { action, subject, label, before, after }: Deed): Promise<void> {
  const staff = actor.kind === 'staff' ? actor : null
  await tx.auditEntry.create({
    data: {
      actorId: staff?.id ?? null,
      actorName: actor.name,
      action,
      subject,
      label: label ?? '',
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      address: staff?.address ?? null,
      userAgent: staff?.userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  })
}
