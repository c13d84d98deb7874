import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Time } from './time'

interface Props {
  site: Site
  /** readers see nothing of it, another text, or this one */
  state: 'unpublished' | 'changed' | 'live'
  embargoUntil: Date | null
  expiresAt: Date
}

/** Over a text that only some may see: what it is, and until when nothing of it may be told. */
export function PreviewLine({ site, state, embargoUntil, expiresAt }: Props) {
  const t = texts(site.locale)
  return (
    <p className="preview-line">
      <strong>{t(`preview.${state}`)}</strong>
      {embargoUntil && (
        <>
          {' · '}
          <strong>{t.rich('preview.embargo', { time: () => <Time instant={embargoUntil} site={site} form="full" /> })}</strong>
        </>
      )}
      {' · '}
      {t.rich('preview.until', { time: () => <Time instant={expiresAt} site={site} form="full" /> })}
    </p>
  )
}
