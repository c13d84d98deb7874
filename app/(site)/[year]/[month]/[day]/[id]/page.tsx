import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { missingMetadata, redirectOrMissing } from '@/app/(site)/missing'
import { articleMetadata, unlistedMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { ArticleView } from '@/components/site/article-view'
import { GoneView } from '@/components/site/gone-view'
import { Island } from '@/components/site/island'
import { JsonLd } from '@/components/site/json-ld'
import { PublishedFirst } from '@/components/site/published-first'
import { ShareMeta } from '@/components/site/share-meta'
import { articlePath, categoryPath, inView } from '@/newsroom/addresses'
import type { Article } from '@/newsroom/article'
import { baiduTimeFactor, newsArticle } from '@/newsroom/article-data'
import { decodePath, readView } from '@/newsroom/read-params'
import type { Site } from '@/newsroom/site'
import { breadcrumbList } from '@/newsroom/structured-data'
import { texts } from '@/newsroom/texts'
import { config } from '@/server/config'
import { findArticle } from '@/server/queries/find-article'
import { findReadCount } from '@/server/queries/find-read-count'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { answer } from '@/server/render-scope'

type Props = PageProps<'/[year]/[month]/[day]/[id]'>

const ARTICLE_ID = /^[0-9a-hjkmnp-tv-z]{10}$/
const readArticle = cache(async (id: string) => (ARTICLE_ID.test(id) ? await findArticle(id) : null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readArticle((await params).id)
  if (!found) return missingMetadata()
  if (found.state !== 'live') return unlistedMetadata(texts(currentSite().locale)(`${found.state}.title`))
  return articleMetadata(found.article)
}

export default async function Page({ params, searchParams }: Props) {
  const site = currentSite()
  const query = await searchParams
  const view = readView(query)
  const { year, month, day, id } = await params
  const parts = [year, month, day, id]
  const found = await readArticle(id)
  if (!found) return await redirectOrMissing(parts, query)
  if (found.state !== 'live') {
    if (!answer(410)) notFound()
    return (
      <SiteFrame site={site} view={view} address="/">
        <GoneView site={site} view={view} withdrawal={found.state === 'withdrawn' ? found : null} />
      </SiteFrame>
    )
  }
  const { article } = found
  const path = articlePath(article, site.timeZone)
  if (decodePath(parts) !== path) permanentRedirect(inView(path, view))
  return (
    <SiteFrame site={site} view={view} address={path} year={year}>
      <ShareMeta site={site} article={article} />
      <ArticleView site={site} view={view} article={article} {...(await listNeighbours(id))} reads={await findReadCount(id)} />
      <Island name="read-beacon" />
      {config().WECHAT_APP_ID && <Island name="wechat-card" />}
      <PublishedFirst article={article} />
      <JsonLd data={newsArticle(article, site)} />
      <JsonLd data={breadcrumbList(trailOf(article, site), site)} />
      <JsonLd data={baiduTimeFactor(article, site)} />
    </SiteFrame>
  )
}

function trailOf(article: Article, site: Site) {
  return [
    { name: texts(site.locale)('site.home'), path: '/' },
    ...(article.category ? [{ name: article.category.name, path: categoryPath(article.category.slug) }] : []),
    { name: article.headline, path: articlePath(article, site.timeZone) },
  ]
}
