import { requestTexts } from '@/app/admin/desk-locale'
import { ButtonLink } from '@/components/desk/ui/button'
import { PageHead } from '@/components/desk/ui/page-head'

export default async function NotFound() {
  const t = await requestTexts()
  return (
    <>
      <PageHead title={t('common.missing.title')} lead={t('common.missing.text')} />
      <ButtonLink href="/admin">{t('common.missing.action')}</ButtonLink>
    </>
  )
}
