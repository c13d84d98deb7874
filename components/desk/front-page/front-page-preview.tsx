'use client'
import { useTexts } from '@/components/desk/texts'
import { Dialog } from '@/components/desk/ui/dialog'
import { PagePreview } from '@/components/desk/ui/page-preview'

/** The layout as readers would get it, on a desk and on a phone. */
export function FrontPagePreview({ path, onClose }: { path: string; onClose(): void }) {
  const t = useTexts()
  return (
    <Dialog open wide onClose={onClose} title={t('frontPage.preview')} description={t('frontPage.preview-text')}>
      <PagePreview title={t('frontPage.preview')} path={path} />
    </Dialog>
  )
}
