import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { PageHead } from '@/components/desk/ui/page-head'

export default async function Page() {
  await requireStaff('/admin')
  const t = await requestTexts()
  return <PageHead title={t('common.nav.day')} />
}
