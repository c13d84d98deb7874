import { currentSite } from '@/app/(site)/site'
import { xmlAnswer } from '@/app/xml-answer'
import { writeSitemapIndex } from '@/newsroom/sitemap/sitemap'
import { listSitemapParts } from '@/server/queries/list-sitemap-parts'

export const dynamic = 'force-dynamic'

export async function GET() {
  return xmlAnswer(writeSitemapIndex(await listSitemapParts(), currentSite()))
}
