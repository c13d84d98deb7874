import { languageTag, texts } from '@/newsroom/texts'
import { config } from '@/server/config'
import { findAddress } from '@/server/queries/find-address'

export const dynamic = 'force-dynamic'

/** The short link leads to the article where it stands now; for the moment only, since its day may be corrected. */
export async function GET(_: Request, { params }: RouteContext<'/s/[id]'>) {
  const address = await findAddress((await params).id)
  const headers = { 'Cache-Control': 'no-store' }
  if (address) return new Response(null, { status: 302, headers: { ...headers, Location: address } })
  return new Response(missing(), { status: 404, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
}

/** For a mistyped code on a phone: one sentence and a way on. */
function missing(): string {
  const { SITE_LOCALE, SITE_NAME } = config()
  const t = texts(SITE_LOCALE)
  return `<!doctype html><html lang="${languageTag(SITE_LOCALE)}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${t('missing.title')}</title><main><h1>${t('missing.title')}</h1><p>${t('missing.text')}</p>
<p><a href="/">${escaped(SITE_NAME)}</a></p></main></html>
`
}

const escaped = (text: string) => text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'))
