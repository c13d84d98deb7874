'use client'
import { useEffect } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button, ButtonLink } from '@/components/desk/ui/button'
import { PageHead } from '@/components/desk/ui/page-head'

/** A page failed. What people wrote is in the database, and they are told so before anything else. */
export default function Failed({ error, retry }: { error: Error & { digest?: string }; retry(): void }) {
  const t = useTexts()
  useEffect(() => console.error(error), [error])
  return (
    <div role="alert">
      <PageHead title={t('common.error.title')} lead={t('common.error.text')} />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" onClick={retry}>
          {t('common.retry')}
        </Button>
        <ButtonLink kind="quiet" href="/admin">
          {t('common.missing.action')}
        </ButtonLink>
      </div>
      {error.digest && <p className="mt-6 text-13 text-muted">{t('common.error.reference', { digest: error.digest })}</p>}
    </div>
  )
}
