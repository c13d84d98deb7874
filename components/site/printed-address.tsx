import { articlePath, qrPath } from '@/newsroom/addresses'
import type { Article } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  article: Article
}

/** On paper a link is no use: the address in full, and a code to scan. */
export function PrintedAddress({ site, view, article }: Props) {
  const t = texts(site.locale)
  return (
    <div className="on-paper">
      {view !== 'lite' && <img src={qrPath(article.id)} alt={t('share.qrAlt')} width={96} height={96} loading="lazy" />}
      <p>
        {t('article.onPaper')}
        <br />
        {site.url}
        {articlePath(article, site.timeZone)}
      </p>
    </div>
  )
}
