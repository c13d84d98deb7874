'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Dialog } from '@/components/desk/ui/dialog'
import { PAGE_WIDTHS, PageFrame } from '@/components/desk/ui/page-frame'

/** The layout as readers would get it, on a desk and on a phone. */
export function FrontPagePreview({ path, onClose }: { path: string; onClose(): void }) {
  const t = useTexts()
  const [width, setWidth] = useState<keyof typeof PAGE_WIDTHS>('desktop')
  return (
    <Dialog open wide onClose={onClose} title={t('frontPage.preview')} description={t('frontPage.preview-text')}>
      <fieldset className="mb-3 flex gap-4 text-14">
        <legend className="sr-only">{t('frontPage.width.label')}</legend>
        {(['desktop', 'phone'] as const).map((each) => (
          <label key={each} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name="width"
              checked={width === each}
              onChange={() => setWidth(each)}
              className="size-4 accent-ink"
            />
            {t(`frontPage.width.${each}`)}
          </label>
        ))}
      </fieldset>
      <PageFrame title={t('frontPage.preview')} path={path} width={PAGE_WIDTHS[width]} />
    </Dialog>
  )
}
