import { currentSite } from '@/app/(site)/site'
import { xmlAnswer } from '@/app/xml-answer'
import { type MapEntry, writeNewsSitemap, writeSitemap } from '@/newsroom/sitemap/sitemap'
import { readPart, type SitemapPart } from '@/newsroom/sitemap/sitemap-part'
import { listNews } from '@/server/queries/list-news'
import { listArchiveOfYear, listArticlesOfPart, listNamesOfPart, listSinglePages } from '@/server/queries/list-sitemap-part'

export const dynamic = 'force-dynamic'

/** `/sitemap/2022-02.xml` and its like: one file of the sitemap. */
export async function GET(_: Request, { params }: RouteContext<'/sitemap/[part]'>) {
  const part = readPart((await params).part)
  if (!part) return missing()
  if (part.kind === 'news') {
    const news = await listNews(part.piece)
    return news.length > 0 ? xmlAnswer(writeNewsSitemap(news, currentSite())) : missing()
  }
  const entries = await entriesOf(part)
  return entries.length > 0 ? xmlAnswer(writeSitemap(entries, currentSite())) : missing()
}

async function entriesOf(part: Exclude<SitemapPart, { kind: 'news' }>): Promise<MapEntry[]> {
  if (part.kind === 'articles') return await listArticlesOfPart(part.period, part.piece)
  if (part.kind === 'archive') return await listArchiveOfYear(part.period)
  return part.kind === 'pages' ? await listSinglePages() : await listNamesOfPart(part.kind, part.piece)
}

const missing = () => new Response('not found\n', { status: 404 })
