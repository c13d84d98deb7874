import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { ForgotForm } from '@/components/desk/entry/forgot-form'
import { forgotAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('auth.forgot-title') }
}

export default function Page() {
  return <ForgotForm action={forgotAction} />
}
