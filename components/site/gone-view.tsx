import { inView } from '@/newsroom/addresses'
import { dateOf } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  /** `notice`: somebody's own sentence, where there is one. Null: taken off the site, nothing is said about why */
  withdrawal: { withdrawnAt: Date; notice: string | null } | null
}

/** 410: the address is kept, the text is not. */
export function GoneView({ site, view, withdrawal }: Props) {
  const t = texts(site.locale)
  return (
    <div className="notice">
      <h1>{t(withdrawal ? 'withdrawn.title' : 'offline.title')}</h1>
      <p>{withdrawal ? t('withdrawn.text', { day: dateOf(withdrawal.withdrawnAt, site) }) : t('offline.text')}</p>
      {withdrawal?.notice && <p className="words">{withdrawal.notice}</p>}
      <p>
        <a href={inView('/', view)}>{t('article.back', { name: t('site.home') })}</a>
      </p>
    </div>
  )
}
