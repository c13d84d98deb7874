import { currentSite } from '@/app/(site)/site'
import { xmlAnswer } from '@/app/xml-answer'
import { writeNewsSitemap, writeSitemapIndex } from '@/newsroom/sitemap/sitemap'
import { partPath } from '@/newsroom/sitemap/sitemap-part'
import { countNewsPieces, listNews } from '@/server/queries/list-news'

export const dynamic = 'force-dynamic'

/** The news of the last two days; where they are more than a file may name, the files that do. */
export async function GET() {
  const pieces = await countNewsPieces()
  if (pieces <= 1) return xmlAnswer(writeNewsSitemap(await listNews(1), currentSite()))
  const parts = Array.from({ length: pieces }, (_, index) => ({
    path: partPath({ kind: 'news', piece: index + 1 }),
    changedAt: null,
  }))
  return xmlAnswer(writeSitemapIndex(parts, currentSite()))
}
