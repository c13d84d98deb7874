import { tagPath } from '@/newsroom/addresses'
import type { Article, ArticleCard } from '@/newsroom/article'
import { linkedPictures } from '@/newsroom/html/linked-pictures'
import { linksInView } from '@/newsroom/html/links-in-view'
import { openingDateline } from '@/newsroom/html/opening-dateline'
import { scrollingTables } from '@/newsroom/html/scrolling-tables'
import { urgentPicture } from '@/newsroom/html/urgent-picture'
import type { ReadCount } from '@/newsroom/read-counts'
import type { Site, View } from '@/newsroom/site'
import { languageTag, texts } from '@/newsroom/texts'
import { ArticleHead } from './article-head'
import { ArticleNext } from './article-next'
import { ArticleOrigin } from './article-origin'
import { CorrectionsBox } from './corrections-box'
import { hasLead, LeadFigure } from './lead-figure'
import { PlaceLinks } from './place-links'
import { PrintedAddress } from './printed-address'
import { ShareRow } from './share-row'

interface Props {
  site: Site
  view: View
  article: Article
  previous: ArticleCard | null
  next: ArticleCard | null
  related: ArticleCard[]
  reports: ArticleCard[]
  /** only where readers are told */
  reads?: ReadCount | null
}

export function ArticleView({ site, view, article, previous, next, related, reports, reads = null }: Props) {
  const t = texts(site.locale)
  const lite = view === 'lite'
  const linked = linksInView(article.bodyHtml, view)
  const text = scrollingTables(openingDateline(linked, article.dateline), t('article.table'))
  const body = lite ? linkedPictures(text, t('article.picture')) : hasLead(article) ? text : urgentPicture(text)
  return (
    <>
      <article className="article" lang={article.language === site.locale ? undefined : languageTag(article.language)}>
        <ArticleHead site={site} view={view} article={article} reads={reads} />
        <CorrectionsBox site={site} view={view} corrections={article.corrections} />
        {article.aiAssistance !== 'none' && <p className="ai-label">{t(`article.ai.${article.aiAssistance}`)}</p>}
        {article.standfirst && <p className="article-standfirst">{article.standfirst}</p>}
        <LeadFigure site={site} view={view} article={article} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized before it was stored, and never without */}
        <div className="body" dangerouslySetInnerHTML={{ __html: body }} />
        <footer className="article-foot">
          <ArticleOrigin site={site} article={article} />
          <PlaceLinks label={t('article.tags')} places={article.tags} pathOf={tagPath} view={view} />
          <PrintedAddress site={site} view={view} article={article} />
          {!lite && <ShareRow site={site} article={article} />}
        </footer>
      </article>
      <ArticleNext
        site={site}
        view={view}
        article={article}
        previous={previous}
        next={next}
        related={related}
        reports={reports}
      />
    </>
  )
}
