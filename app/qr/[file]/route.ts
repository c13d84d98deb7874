import { shortPath } from '@/newsroom/addresses'
import { qrCodeSvg } from '@/newsroom/qr-code'
import { channelPath } from '@/newsroom/share-channel'
import { config } from '@/server/config'
import { findAddress } from '@/server/queries/find-address'

export const dynamic = 'force-dynamic'

/** `/qr/{id}.svg`: the code of the short link, for WeChat and for paper. */
export async function GET(_: Request, { params }: RouteContext<'/qr/[file]'>) {
  const [, id] = /^(\w+)\.svg$/.exec((await params).file) ?? []
  if (!id || !(await findAddress(id))) return new Response('not found\n', { status: 404 })
  return new Response(qrCodeSvg(config().SITE_URL + channelPath(shortPath(id), 'qr')), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  })
}
