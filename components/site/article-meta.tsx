import { inView, sourcePath } from '@/newsroom/addresses'
import type { Article, Byline, BylineRole } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  article: Article
}

/** Source, people, time and length in one ruled line. */
export function ArticleMeta({ site, view, article }: Props) {
  const t = texts(site.locale)
  return (
    <div className="article-meta">
      {article.source && (
        <span>
          {t('article.source')} <a href={inView(sourcePath(article.source.slug), view)}>{article.source.name}</a>
        </span>
      )}
      {byRole(article.bylines).map(({ role, names }) => (
        <span key={role}>
          {t(`roles.${role}`)} <span className="people">{names.join(t('roles.join'))}</span>
        </span>
      ))}
      <Time instant={article.publishedAt} site={site} form="full" />
      {article.revised && (
        <span>{t.rich('article.updated', { time: () => <Time instant={article.updatedAt} site={site} form="full" /> })}</span>
      )}
      {article.characterCount > 0 && <span>{t('article.length', { count: article.characterCount })}</span>}
      {article.sourceUrl && (
        <a className="original" href={article.sourceUrl} rel="noopener external">
          {t('article.original')}
        </a>
      )}
    </div>
  )
}

/** People of the same role stand together, roles in the order they first come. */
function byRole(bylines: Byline[]): { role: BylineRole; names: string[] }[] {
  const roles = new Map<BylineRole, string[]>()
  for (const { role, name } of bylines) roles.set(role, [...(roles.get(role) ?? []), name])
  return [...roles].map(([role, names]) => ({ role, names }))
}
