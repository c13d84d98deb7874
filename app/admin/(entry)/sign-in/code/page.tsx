import type { Metadata } from 'next'
import { signInWithCodeAction } from '@/app/admin/(entry)/sign-in/actions'
import { requestTexts } from '@/app/admin/desk-locale'
import { CodeForm } from '@/components/desk/entry/code-form'
import { returnPath } from '@/newsroom/desk/return-path'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('auth.code-title') }
}

export default async function Page({ searchParams }: PageProps<'/admin/sign-in/code'>) {
  return <CodeForm action={signInWithCodeAction} next={returnPath((await searchParams).next)} />
}
