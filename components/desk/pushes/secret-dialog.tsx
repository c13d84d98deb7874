'use client'
import { useTexts } from '@/components/desk/texts'
import { ShownOnce } from '@/components/desk/ui/shown-once'

/** What signs a webhook's messages. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose(): void }) {
  const t = useTexts()
  return (
    <ShownOnce
      value={secret}
      title={t('pushes.secret.title')}
      lead={t('pushes.secret.lead')}
      copy={t('pushes.secret.copy')}
      copied={t('pushes.secret.copied')}
      onClose={onClose}
    />
  )
}
