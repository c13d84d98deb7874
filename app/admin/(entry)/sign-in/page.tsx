import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestTexts } from '@/app/admin/desk-locale'
import { currentStaff } from '@/app/admin/desk-session'
import { SignInForm } from '@/components/desk/entry/sign-in-form'
import { returnPath } from '@/newsroom/desk/return-path'
import { signInAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('auth.sign-in') }
}

export default async function Page({ searchParams }: PageProps<'/admin/sign-in'>) {
  const { next, done } = await searchParams
  if (await currentStaff()) redirect(returnPath(next))
  return <SignInForm action={signInAction} next={returnPath(next)} reset={done === 'reset'} />
}
