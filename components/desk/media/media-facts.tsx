'use client'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { useFaultText } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { MediaItem } from '@/newsroom/desk/media-library'
import { MediaFlags } from './media-flags'

/** Where the file came from, and what is wrong with it if something is. */
export function MediaFacts({ item }: { item: MediaItem }) {
  const t = useTexts()
  const { locale } = useNewsroom()
  const faultText = useFaultText()
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-13 [&_dt]:text-muted">
      <dt>{t('media.detail.file')}</dt>
      <dd className="wrap-anywhere">{item.fileName}</dd>
      <dd className="col-start-2 tabular-nums">
        {t('media.detail.size', {
          width: String(item.naturalWidth),
          height: String(item.naturalHeight),
          size: size.format(item.sizeBytes / 1_000_000),
        })}
      </dd>
      <dt>{t('media.detail.by')}</dt>
      <dd>
        {item.uploadedByName ?? t('media.detail.from-archive')} <When at={item.createdAt} style="full" />
      </dd>
      <dd className="col-span-2">
        <MediaFlags item={{ ...item, uses: 0 }} />
        {item.fault && <p className="text-state-returned">{faultText({ code: item.fault })}</p>}
      </dd>
    </dl>
  )
}
