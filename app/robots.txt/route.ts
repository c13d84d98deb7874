import { robotsTxt } from '@/newsroom/robots'
import { config } from '@/server/config'
import { findSiteSetting } from '@/server/queries/find-site-setting'

export const dynamic = 'force-dynamic'

export async function GET() {
  const crawling = await findSiteSetting('crawling')
  return new Response(robotsTxt(crawling, config().SITE_URL), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
