import { askAccessToken, askTicket, type Lent, WechatRefusal } from '@/server/ask-wechat'
import { config } from '@/server/config'
import { db, type Tx } from '@/server/db'
import { log } from '@/server/log'
import { transact } from './transact'

/** Asked anew so long before it ends: a page signed now is read for a while. */
const SPARE_MS = 300_000
/** After a refusal WeChat is left in peace: its calls are counted by the day. */
const REST_MS = 60_000
/** Any number that is nobody else's in this database. */
const LOCK = 723_001_406
/** The token it was asked with is no longer good. */
const STALE_TOKEN = new Set([40001, 40014, 42001])

let restUntilMs = 0

/** The ticket that pages are signed with; whoever comes first fetches it, all other processes wait for that one. Null: there is none now. */
export async function lendWechatTicket(now = new Date()): Promise<string | null> {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret } = config()
  if (!appId || !secret) return null
  const kept = await find(db(), 'jsapi_ticket', now)
  if (kept) return kept
  if (now.getTime() < restUntilMs) return null
  try {
    return await transact(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
      return (await find(tx, 'jsapi_ticket', now)) ?? (await fetchTicket(tx, { appId, secret }, now))
    })
  } catch (error) {
    restUntilMs = now.getTime() + REST_MS
    log().warn({ error: String(error) }, 'WeChat lends no ticket')
    return null
  }
}

async function fetchTicket(tx: Tx, account: { appId: string; secret: string }, now: Date): Promise<string> {
  const fresh = async () => await keep(tx, 'access_token', await askAccessToken(account.appId, account.secret), now)
  const kept = await find(tx, 'access_token', now)
  const ticketBy = async (token: string) => await keep(tx, 'jsapi_ticket', await askTicket(token), now)
  if (kept === null) return await ticketBy(await fresh())
  return await ticketBy(kept).catch(async (error: unknown) => {
    if (!(error instanceof WechatRefusal && STALE_TOKEN.has(error.code))) throw error
    return await ticketBy(await fresh())
  })
}

type Kind = 'access_token' | 'jsapi_ticket'

async function find(tx: Pick<Tx, 'wechatTicket'>, kind: Kind, now: Date): Promise<string | null> {
  const row = await tx.wechatTicket.findUnique({ where: { kind } })
  return row && row.expiresAt.getTime() > now.getTime() ? row.value : null
}

async function keep(tx: Tx, kind: Kind, { value, expiresInS }: Lent, now: Date): Promise<string> {
  const expiresAt = new Date(now.getTime() + expiresInS * 1000 - SPARE_MS)
  const data = { value, expiresAt }
  await tx.wechatTicket.upsert({ where: { kind }, create: { kind, ...data }, update: data })
  return value
}
