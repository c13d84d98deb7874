import type { BetterAuthOptions } from 'better-auth'
import type { DBAdapter, Where } from 'better-auth/adapters'
import { tokenHash } from '@/server/link-token'
import { IDLE_MS } from '@/server/session-limits'

type Adapter = DBAdapter<BetterAuthOptions>
type Row = Record<string, unknown>

/** What every step of an adapter is asked. */
interface Question {
  model: string
  where?: Where[]
  data?: Row
  update?: Row
}

/**
 * better-auth's database with three rules in front: a session's token is stored and looked up as its sha256 only; an idle session
 * is none; a disabled account is none, so that a sign-in to it fails as one to an unknown address does.
 */
export function guardedAdapter(inner: Adapter): Adapter {
  const guarded = guardSteps(inner)
  return new Proxy(guarded, {
    get: (target, name) =>
      name === 'transaction'
        ? <Result>(work: (tx: Adapter) => Promise<Result>) => inner.transaction((tx) => work(guardSteps(tx as Adapter)))
        : Reflect.get(target, name),
  })
}

const UNGUARDED = ['transaction', 'createSchema']

function guardSteps(inner: Adapter): Adapter {
  return new Proxy(inner, {
    get(target, name) {
      const step: unknown = Reflect.get(target, name)
      if (typeof step !== 'function' || UNGUARDED.includes(String(name))) return step
      return async (question: Question) => answered(question, await step.call(target, asked(question)))
    },
  })
}

function asked(question: Question): Question {
  if (question.model === 'user' && question.where) {
    return { ...question, where: [...question.where, { field: 'disabledAt', value: null }] }
  }
  if (question.model !== 'session') return question
  const { where, data, update } = question
  return {
    ...question,
    ...(where && { where: where.map((part) => (part.field === 'token' ? { ...part, value: hashed(part.value) } : part)) }),
    ...(data && { data: withHash(data) }),
    ...(update && { update: withHash(update) }),
  }
}

function hashed(value: Where['value']): Where['value'] {
  if (typeof value === 'string') return tokenHash(value)
  return Array.isArray(value) ? value.map((each) => tokenHash(String(each))) : value
}

const withHash = (row: Row): Row => (typeof row.token === 'string' ? { ...row, token: tokenHash(row.token) } : row)

/** Whoever named a token gets it back; other rows show hashes. */
function answered(question: Question, answer: unknown): unknown {
  if (question.model !== 'session' || typeof answer !== 'object' || answer === null) return answer
  const named = new Map(tokensIn(question).map((token) => [tokenHash(token), token]))
  const told = (row: Row): Row => ({ ...row, token: named.get(String(row.token)) ?? row.token })
  if (Array.isArray(answer)) return answer.filter(isAwake).map(told)
  return isAwake(answer as Row) ? told(answer as Row) : null
}

function tokensIn({ where = [], data }: Question): string[] {
  const values = where.filter(({ field }) => field === 'token').flatMap(({ value }) => value)
  return [...values, data?.token].filter((value) => typeof value === 'string')
}

const isAwake = ({ updatedAt }: Row) => !(updatedAt instanceof Date) || updatedAt.getTime() > Date.now() - IDLE_MS
