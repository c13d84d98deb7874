import { inView } from '@/newsroom/addresses'
import type { ArticleList } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  /** the list's address, with its own parameters if it has any */
  path: string
  list: Pick<ArticleList, 'older' | 'newer'>
}

/** Newer and older are addresses like any other, so they can be opened, kept and crawled. */
export function Pager({ site, view, path, list: { older, newer } }: Props) {
  if (!older && !newer) return null
  const t = texts(site.locale)
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      {newer && (
        <a rel="prev" href={inView(withCursor(path, 'after', newer), view)}>
          {t('list.newer')}
        </a>
      )}
      {newer && <a href={inView(path, view)}>{t('list.latest')}</a>}
      {older && (
        <a className="older" rel="next" href={inView(withCursor(path, 'before', older), view)}>
          {t('list.older')}
        </a>
      )}
    </nav>
  )
}

export function withCursor(path: string, name: 'before' | 'after', cursor: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(cursor)}`
}
