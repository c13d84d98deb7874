import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { PasswordForm } from '@/components/desk/entry/password-form'
import { SpentLink } from '@/components/desk/entry/spent-link'
import { findResetLink } from '@/server/queries/find-reset-link'
import { resetAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('auth.reset-title') }
}

export default async function Page({ params }: PageProps<'/admin/reset/[token]'>) {
  const { token } = await params
  const link = await findResetLink(token)
  if (!link) return <SpentLink />
  const t = await requestTexts()
  return (
    <PasswordForm
      action={resetAction.bind(null, token)}
      title={t('auth.reset-title')}
      lead={t('auth.reset-lead', { email: link.email })}
      email={link.email}
      submit={t('auth.reset-submit')}
    />
  )
}
