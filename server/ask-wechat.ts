import { z } from 'zod'
import { config } from './config'

const PATIENCE_MS = 5_000

const answers = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  access_token: z.string().min(1).optional(),
  ticket: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
})

/** WeChat said no; its message never holds the secret. */
export class WechatRefusal extends Error {
  override name = 'WechatRefusal'
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(`${code} ${message}`)
  }
}

export interface Lent {
  value: string
  expiresInS: number
}

async function ask(path: string, query: Record<string, string>): Promise<Lent> {
  const url = new URL(path, config().WECHAT_API_URL)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' }).catch(() => null)
  // The address holds the secret: nothing of a failed request is passed on.
  if (!answer) throw new WechatRefusal(0, 'WeChat does not answer')
  const read = answers.safeParse(await answer.json().catch(() => null))
  if (!read.success) throw new WechatRefusal(answer.status, 'an answer that cannot be read')
  const { errcode = 0, errmsg = '', access_token, ticket, expires_in = 7200 } = read.data
  const value = access_token ?? ticket
  if (errcode !== 0 || value === undefined) throw new WechatRefusal(errcode, errmsg.slice(0, 200))
  return { value, expiresInS: expires_in }
}

export const askAccessToken = async (appId: string, secret: string): Promise<Lent> =>
  await ask('/cgi-bin/token', { grant_type: 'client_credential', appid: appId, secret })

export const askTicket = async (accessToken: string): Promise<Lent> =>
  await ask('/cgi-bin/ticket/getticket', { access_token: accessToken, type: 'jsapi' })
