import { requestTexts } from '@/app/admin/desk-locale'
import { ButtonLink } from '@/components/desk/ui/button'
import { PageHead } from '@/components/desk/ui/page-head'

/** 403: what requireDesk() and forbidden() lead to; the rail stays. */
export default async function Forbidden() {
  const t = await requestTexts()
  return (
    <>
      <PageHead title={t('common.denied.title')} lead={t('common.denied.text')} />
      <ButtonLink href="/admin">{t('common.denied.action')}</ButtonLink>
    </>
  )
}
