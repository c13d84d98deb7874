import { headers } from 'next/headers'
import type { z } from 'zod'
import { legibleInput } from '@/newsroom/desk/legible-input'
import { type Fault, type Outcome, refusalStatus, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { answer } from '@/server/render-scope'
import { fromOwnOrigin, staffOf } from '@/server/session'

/**
 * The way of every action: sent by a page of this site, by somebody signed in (`who` says who that is). `asked`: the request's
 * headers. Whoever may not is told so in the outcome, which the page shows where it stands, and by the status of the answer.
 */
export async function asStaff<Value extends object>(
  work: (actor: StaffActor, asked: Headers) => Promise<Outcome<Value>>,
  who: (asked: Headers) => Promise<StaffActor | null> = staffOf,
): Promise<Outcome<Value>> {
  const asked = await headers()
  const outcome = fromOwnOrigin(asked) ? await inPerson(await who(asked), asked, work) : refused({ code: 'origin' })
  const status = outcome.ok ? null : refusalStatus(outcome.errors)
  if (status !== null) answer(status)
  return outcome
}

async function inPerson<Value extends object>(
  actor: StaffActor | null,
  asked: Headers,
  work: (actor: StaffActor, asked: Headers) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return actor ? await work(actor, asked) : refused({ code: 'signed-out' })
}

/** The same with what was sent, once it has the shape the command takes. A rule of the shape's own names its fault by its message. */
export async function act<Input, Value extends object>(
  shape: z.ZodType<Input>,
  sent: unknown,
  command: (actor: StaffActor, input: Input) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return await asStaff(async (actor) => {
    const read = shape.safeParse(legibleInput(sent))
    return read.success ? await command(actor, read.data) : refused(...read.error.issues.map(faultOf))
  })
}

function faultOf({ code, message, path }: z.core.$ZodIssue): Fault {
  const field = path.findLast((step) => typeof step === 'string')
  if (field === undefined) return { code: 'unreadable' }
  return { code: code === 'custom' ? message : 'invalid', field }
}
