'use client'
import { useTexts } from '@/components/desk/texts'
import type { MediaItem } from '@/newsroom/desk/media-library'

/** What of a picture somebody has to know before using it; nothing where all is well. */
export function MediaFlags({ item: { state, alt, aiGenerated, discarded, uses } }: { item: MediaItem }) {
  const t = useTexts()
  return (
    <span className="flex flex-wrap gap-x-3 text-13 text-muted">
      {state === 'pending' && <span className="text-state-waiting">{t('media.state.pending')}</span>}
      {state === 'failed' && <span className="text-state-returned">{t('media.state.failed')}</span>}
      {discarded && <span>{t('media.state.discarded')}</span>}
      {!alt && <span className="text-state-waiting">{t('media.no-alt')}</span>}
      {aiGenerated && <span>{t('media.ai')}</span>}
      {uses > 0 && <span className="tabular-nums">{t('media.used', { count: uses })}</span>}
    </span>
  )
}
