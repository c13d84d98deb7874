import { config } from '@/server/config'

export const dynamic = 'force-dynamic'

/** Lets a reader keep the newspaper on the home screen; it stays a website, with its address in sight. */
export function GET() {
  const { SITE_NAME, SITE_LOCALE } = config()
  const icon = (sizes: string, src: string, type: string) => ({ src, sizes, type, purpose: 'any' })
  const manifest = {
    name: SITE_NAME,
    short_name: SITE_NAME,
    lang: SITE_LOCALE,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fdfcf9',
    theme_color: '#fdfcf9',
    icons: [
      icon('any', '/icon.svg', 'image/svg+xml'),
      icon('192x192', '/icon-192.png', 'image/png'),
      icon('512x512', '/icon-512.png', 'image/png'),
      { ...icon('512x512', '/icon-maskable-512.png', 'image/png'), purpose: 'maskable' },
    ],
  }
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } })
}
