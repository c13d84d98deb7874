import type { Correction } from '@/newsroom/article'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  correction: Correction
}

/** 误 and 正, one under the other, as in an errata slip. */
export function CorrectionText({ site, correction: { wrong, right } }: Props) {
  const t = texts(site.locale)
  return (
    <dl className="correction-text">
      <div>
        <dt>{t('corrections.wrong')}</dt>
        <dd>{wrong}</dd>
      </div>
      <div>
        <dt>{t('corrections.right')}</dt>
        <dd>{right}</dd>
      </div>
    </dl>
  )
}
