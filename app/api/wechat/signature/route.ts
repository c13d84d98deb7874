import { randomUUID } from 'node:crypto'
import { isOwnPage, wechatSignature } from '@/newsroom/wechat-signature'
import { lendWechatTicket } from '@/server/commands/lend-wechat-ticket'
import { config } from '@/server/config'

export const dynamic = 'force-dynamic'

/** What a page needs to set its card inside WeChat: `?url=` of a page of this site. Without an account the address does not exist. */
export async function GET(request: Request): Promise<Response> {
  const { WECHAT_APP_ID: appId, SITE_URL } = config()
  const headers = { 'Cache-Control': 'private, no-store' }
  if (!appId) return Response.json({ error: 'not found' }, { status: 404, headers })
  const url = new URL(request.url).searchParams.get('url') ?? ''
  if (!isOwnPage(url, SITE_URL)) return Response.json({ error: 'url: a page of this site' }, { status: 400, headers })
  const ticket = await lendWechatTicket()
  if (!ticket) return Response.json({ error: 'no ticket' }, { status: 503, headers: { ...headers, 'Retry-After': '60' } })
  const nonce = randomUUID().replaceAll('-', '')
  const timestampS = Math.floor(Date.now() / 1000)
  const signature = wechatSignature({ ticket, nonce, timestampS, url })
  return Response.json({ appId, timestamp: timestampS, nonceStr: nonce, signature }, { headers })
}
