import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { PasswordForm } from '@/components/desk/entry/password-form'
import { SpentLink } from '@/components/desk/entry/spent-link'
import { config } from '@/server/config'
import { findInvitation } from '@/server/queries/find-invitation'
import { acceptAction } from './actions'

const heading = async () => (await requestTexts())('auth.invitation-title', { paper: config().SITE_NAME })

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: await heading() } }
}

export default async function Page({ params }: PageProps<'/admin/invitation/[token]'>) {
  const { token } = await params
  const invitation = await findInvitation(token)
  if (!invitation) return <SpentLink />
  const { email, name, role } = invitation
  const t = await requestTexts()
  return (
    <PasswordForm
      action={acceptAction.bind(null, token)}
      title={await heading()}
      lead={email ? t('auth.invitation-lead', { email, role: t(`common.role.${role}`) }) : t('auth.first-lead')}
      email={email}
      name={name}
      submit={t('auth.invitation-submit')}
    />
  )
}
