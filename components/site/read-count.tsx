import { dateAndTime } from '@/newsroom/dates'
import type { ReadCount as Count } from '@/newsroom/read-counts'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

/** 阅读数, and as of when. Nothing is said of what nobody has read yet. */
export function ReadCount({ site, reads: { count, at } }: { site: Site; reads: Count }) {
  const t = texts(site.locale)
  if (count === 0) return null
  return (
    <data value={count} title={t('article.readsAsOf', { time: dateAndTime(at, site) })}>
      {t('article.reads', { count })}
    </data>
  )
}
