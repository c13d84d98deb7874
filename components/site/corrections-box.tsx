import { inView } from '@/newsroom/addresses'
import type { Correction } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { CorrectionText } from './correction-text'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  corrections: Correction[]
}

/** Above the text it corrects, dated: whoever reads the one has read the other. */
export function CorrectionsBox({ site, view, corrections }: Props) {
  if (corrections.length === 0) return null
  const t = texts(site.locale)
  return (
    <aside className="corrections-box" aria-labelledby="corrections">
      <header>
        <h2 id="corrections">{t('corrections.title')}</h2>
        <a href={inView('/corrections', view)}>{t('corrections.all')}</a>
      </header>
      <ul>
        {corrections.map((correction) => (
          <li key={correction.id}>
            <Time instant={correction.publishedAt} site={site} form="day" />
            <CorrectionText site={site} correction={correction} />
          </li>
        ))}
      </ul>
    </aside>
  )
}
