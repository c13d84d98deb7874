import { robotsTxt } from '@/newsroom/robots'
import { config } from '@/server/config'
import { findSiteSettings } from '@/server/queries/find-site-settings'

export const dynamic = 'force-dynamic'

export async function GET() {
  const { crawling } = await findSiteSettings()
  return new Response(robotsTxt(crawling, config().SITE_URL), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
