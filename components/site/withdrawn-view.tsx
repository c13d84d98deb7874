import { inView } from '@/newsroom/addresses'
import { dateOf } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  withdrawnAt: Date
  /** somebody's own sentence, where there is one */
  notice: string | null
}

/** 410: the address is kept, the text is not. */
export function WithdrawnView({ site, view, withdrawnAt, notice }: Props) {
  const t = texts(site.locale)
  return (
    <div className="notice">
      <h1>{t('withdrawn.title')}</h1>
      <p>{t('withdrawn.text', { day: dateOf(withdrawnAt, site) })}</p>
      {notice && <p className="words">{notice}</p>}
      <p>
        <a href={inView('/', view)}>{t('article.back', { name: t('site.home') })}</a>
      </p>
    </div>
  )
}
