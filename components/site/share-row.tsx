import { posterPath, qrPath, shortPath } from '@/newsroom/addresses'
import type { Article } from '@/newsroom/article'
import { shareCard } from '@/newsroom/card'
import { excerpt } from '@/newsroom/excerpt'
import { shareLinks } from '@/newsroom/share-links'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Island, islandWords } from './island'

interface Props {
  site: Site
  article: Article
}

/** As much as the services show; percent-encoded hanzi weigh nine bytes each. */
const SUMMARY_CHARACTERS = 60

/** Words, not buttons: links that need no script, a code for WeChat, the short address to copy. The island adds what a script can. */
export function ShareRow({ site, article }: Props) {
  const t = texts(site.locale)
  const shortUrl = site.url + shortPath(article.id)
  // A photograph weighs a third as much so.
  const poster = posterPath(article.id, article.picture ? 'jpg' : 'png')
  const links = shareLinks({
    shortUrl,
    title: article.headline,
    summary: excerpt(article.description, SUMMARY_CHARACTERS),
    picture: site.url + shareCard(article).path,
    siteName: site.name,
  })
  return (
    <section className="share" aria-labelledby="share">
      <h2 id="share">{t('share.title')}</h2>
      <share-tools
        {...islandWords(site.locale, 'share.tools')}
        data-url={shortUrl}
        data-poster={poster}
        data-title={article.headline}
        suppressHydrationWarning
      >
        <details>
          <summary>{t('share.wechat')}</summary>
          <figure>
            <img src={qrPath(article.id)} alt={t('share.qrAlt')} width={184} height={184} loading="lazy" decoding="async" />
            <figcaption>{t('share.wechatHint')}</figcaption>
          </figure>
        </details>
        <ul>
          <li>
            <a href={poster} target="_blank" rel="noopener">
              {t('share.poster')}
            </a>
          </li>
          {links.map(({ target, href }) => (
            <li key={target}>
              <a href={href} target={target === 'email' ? undefined : '_blank'} rel="noopener noreferrer">
                {t(`share.${target}`)}
              </a>
            </li>
          ))}
        </ul>
        <p>
          {t('share.short')} <span>{shortUrl}</span>
        </p>
      </share-tools>
      <Island name="share-tools" />
    </section>
  )
}
