import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { CrawlForm } from '@/components/desk/settings/crawl-form'
import { LicenceForm } from '@/components/desk/settings/licence-form'
import { ReadCountForm } from '@/components/desk/settings/read-count-form'
import { RootFiles } from '@/components/desk/settings/root-files'
import { VerificationForm } from '@/components/desk/settings/verification-form'
import { PageHead } from '@/components/desk/ui/page-head'
import { listRootFiles } from '@/server/queries/find-root-file'
import { findSiteSetting } from '@/server/queries/find-site-setting'
import { putFileAction, removeFileAction, saveSettingAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('settings.title') }
}

export default async function Page() {
  await requireDesk('manage-site', '/admin/settings')
  const [t, licences, verification, crawling, readCounts, files] = await Promise.all([
    requestTexts(),
    findSiteSetting('licences'),
    findSiteSetting('verification'),
    findSiteSetting('crawling'),
    findSiteSetting('readCounts'),
    listRootFiles(),
  ])
  return (
    <div className="max-w-4xl">
      <PageHead title={t('settings.title')} lead={t('settings.lead')} />
      <LicenceForm stored={licences} save={saveSettingAction} />
      <ReadCountForm stored={readCounts} save={saveSettingAction} />
      <VerificationForm stored={verification} save={saveSettingAction} />
      <RootFiles files={files} put={putFileAction} remove={removeFileAction} />
      <CrawlForm stored={crawling} save={saveSettingAction} />
    </div>
  )
}
