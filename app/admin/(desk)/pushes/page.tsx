import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { ChannelList } from '@/components/desk/pushes/channel-list'
import { DeliveryList } from '@/components/desk/pushes/delivery-list'
import { PushNotes } from '@/components/desk/pushes/push-notes'
import { Webhooks } from '@/components/desk/pushes/webhooks'
import { PageHead } from '@/components/desk/ui/page-head'
import { Section } from '@/components/desk/ui/section'
import { findPushes } from '@/server/queries/find-pushes'
import * as actions from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('pushes.title') }
}

export default async function Page() {
  await requireDesk('manage-site', '/admin/pushes')
  const [t, { reach, dryRun, channels, webhooks, last }] = await Promise.all([requestTexts(), findPushes()])
  return (
    <div className="max-w-4xl">
      <PageHead title={t('pushes.title')} lead={t('pushes.lead')} />
      <PushNotes reach={reach} dryRun={dryRun} />
      <Section title={t('pushes.channels.title')} lead={t('pushes.channels.lead')}>
        <ChannelList channels={channels} tryAgain={actions.tryAgainAction} />
      </Section>
      <Webhooks
        webhooks={webhooks}
        deeds={{
          create: actions.createWebhookAction,
          change: actions.changeWebhookAction,
          renew: actions.renewSecretAction,
          remove: actions.removeWebhookAction,
          test: actions.testWebhookAction,
          tryAgain: actions.tryAgainAction,
        }}
      />
      <Section title={t('pushes.last.title')} lead={t('pushes.last.lead')}>
        <DeliveryList label={t('pushes.last.title')} deliveries={last} channels />
      </Section>
    </div>
  )
}
