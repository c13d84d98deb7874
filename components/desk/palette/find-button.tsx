'use client'
import { useTexts } from '@/components/desk/texts'
import { Kbd } from '@/components/desk/ui/kbd'
import { openPalette } from './open'

export function FindButton({ withKeys }: { withKeys?: boolean }) {
  const t = useTexts()
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-9 items-center justify-between gap-2 text-14 text-muted hover:text-ink pointer-coarse:min-h-11"
    >
      {t('common.nav.find')}
      {withKeys && <Kbd>Ctrl K</Kbd>}
    </button>
  )
}
