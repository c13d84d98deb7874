import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { beginSecondFactorAction, turnOnSecondFactorAction } from '@/app/admin/(desk)/account/actions'
import { requestTexts } from '@/app/admin/desk-locale'
import { currentHeaders } from '@/app/admin/desk-session'
import { OwedFactor } from '@/components/desk/entry/owed-factor'
import { returnPath } from '@/newsroom/desk/return-path'
import { signedIn } from '@/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('auth.owed-title') }
}

/** Also shown to whoever has just paid: their backup codes stand on it. */
export default async function Page({ searchParams }: PageProps<'/admin/sign-in/second-factor'>) {
  const next = returnPath((await searchParams).next)
  const known = await signedIn(await currentHeaders())
  if (!known) redirect(`/admin/sign-in?next=${encodeURIComponent(next)}`)
  return <OwedFactor on={!known.owesSecondFactor} next={next} begin={beginSecondFactorAction} turnOn={turnOnSecondFactorAction} />
}
