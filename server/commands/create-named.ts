import { Prisma } from '@/generated/prisma/client'
import { readName } from '@/newsroom/desk/new-name'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { type DeskAction, mayAtDesk } from '@/newsroom/desk/permission'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface Kept {
  id: number
  name: string
}

export interface NamedKind {
  /** as the record calls it: tag, person, source */
  noun: string
  action: DeskAction
  /** whatever this name leads to already */
  find(tx: Tx, name: string): Promise<Kept | null>
  make(tx: Tx, name: string): Promise<Kept>
}

const TRIES = 3

/** Makes something that has a name, or answers what has that name already. */
export async function createNamed(actor: Actor, { name: given }: { name: string }, kind: NamedKind): Promise<Outcome<Kept>> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, kind.action)) return refused({ code: 'denied.role' })
  const read = readName(given)
  if (!read.ok) return read
  for (let attempt = 1; ; attempt++) {
    try {
      const { id, name } = await transact((tx) => findOrMake(tx, actor, read.name, kind))
      return { ok: true, id, name }
    } catch (error) {
      // Somebody made the same name, or its address, a moment ago.
      if (attempt === TRIES || !isTaken(error)) throw error
    }
  }
}

async function findOrMake(tx: Tx, actor: Actor, name: string, { noun, find, make }: NamedKind): Promise<Kept> {
  const known = await find(tx, name)
  if (known) return known
  const made = await make(tx, name)
  await recordAudit(tx, actor, { action: `${noun}.create`, subject: `${noun}:${made.id}`, label: made.name, after: { name } })
  return made
}

const isTaken = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
