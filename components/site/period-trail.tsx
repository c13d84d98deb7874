import { dayPath, inView } from '@/newsroom/addresses'
import { partName } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  period: string
}

/** The larger periods a period lies in: 往期 › 2026年 › 11月 */
export function PeriodTrail({ site, view, period }: Props) {
  const larger = [4, 7].filter((length) => length < period.length).map((length) => period.slice(0, length))
  return (
    <>
      {texts(site.locale)('site.archive')}
      {larger.map((part) => (
        <a key={part} href={inView(dayPath(part), view)}>
          <time dateTime={part}>{partName(part, site.locale)}</time>
        </a>
      ))}
    </>
  )
}
