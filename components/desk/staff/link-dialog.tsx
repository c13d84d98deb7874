'use client'
import { useTexts } from '@/components/desk/texts'
import { ShownOnce } from '@/components/desk/ui/shown-once'
import type { Handed } from './staff-deeds'

/** A link that opens once, for whoever it is meant for. */
export function LinkDialog({ handed: { link, email, mailed }, onClose }: { handed: Handed; onClose(): void }) {
  const t = useTexts()
  return (
    <ShownOnce
      value={link}
      title={t('staff.link-title')}
      lead={mailed ? t('staff.link-mailed', { email }) : t('staff.link-not-mailed')}
      copy={t('staff.copy')}
      copied={t('staff.copied')}
      onClose={onClose}
    />
  )
}
