import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestTexts } from '@/app/admin/desk-locale'
import { currentStaff } from '@/app/admin/desk-session'
import { PasskeySignIn } from '@/components/desk/entry/passkey-sign-in'
import { SignInForm } from '@/components/desk/entry/sign-in-form'
import { returnPath } from '@/newsroom/desk/return-path'
import { passkeyOptionsAction, signInAction, signInWithPasskeyAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('auth.sign-in') }
}

export default async function Page({ searchParams }: PageProps<'/admin/sign-in'>) {
  const { next, done } = await searchParams
  if (await currentStaff()) redirect(returnPath(next))
  const to = returnPath(next)
  return (
    <div className="flex flex-col gap-5">
      <SignInForm action={signInAction} next={to} reset={done === 'reset'} />
      <PasskeySignIn next={to} options={passkeyOptionsAction} signIn={signInWithPasskeyAction} />
    </div>
  )
}
