import { keepHead, readHeads } from '@/server/audit-heads'
import { db } from '@/server/db'
import { log } from '@/server/log'

/**
 * Writes the end of the record to the log and to a file, so that a record cut short, or written anew from end to end, is found out.
 * Where what was kept last is no longer in the chain, the file stays as it is: the witness is not to be talked over.
 */
export async function anchorAudit(): Promise<void> {
  const last = (await readHeads()).at(-1)
  const [standing, head] = await Promise.all([
    last ? db().auditLink.findUnique({ where: { number: last.number } }) : null,
    db().auditLink.findFirst({ orderBy: { number: 'desc' } }),
  ])
  if (last && standing?.hash !== last.hash) {
    const lost = { number: String(last.number), hash: last.hash, keptAt: last.at }
    log().error(lost, 'the record of deeds is not the one that was there before: npm run audit -- verify')
    return
  }
  if (!head || head.number === last?.number) return
  await keepHead({ at: new Date(), number: head.number, hash: head.hash })
  log().info({ number: String(head.number), hash: head.hash }, 'the record of deeds goes this far')
}
