'use client'
import Link from 'next/link'
import { useTexts } from '@/components/desk/texts'

/** Where a link leads that leads nowhere any more. */
export function SpentLink() {
  const t = useTexts()
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-20 font-semibold">{t('auth.link-spent-title')}</h1>
      <p className="text-14">{t('auth.link-spent')}</p>
      <p className="text-14">
        <Link href="/admin/sign-in" className="underline underline-offset-4">
          {t('auth.back-to-sign-in')}
        </Link>
      </p>
    </div>
  )
}
