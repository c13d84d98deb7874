import Link from 'next/link'
import { NEW_ARTICLE, type Place } from '@/components/desk/shell/places'
import { ButtonLink } from '@/components/desk/ui/button'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'

const AFTERWARDS = [
  { place: 'staff', text: 'day.first.invite' },
  { place: 'categories', text: 'day.first.categories' },
  { place: 'media', text: 'day.first.media' },
] as const

/** Before anything was written: where to begin, and what may follow. */
export function FirstDay({ t, places }: { t: DeskTexts; places: readonly Place[] }) {
  const next = AFTERWARDS.flatMap(({ place, text }) => {
    const found = places.find(({ key }) => key === place)
    return found ? [{ href: found.href, text }] : []
  })
  return (
    <section className="border-t border-line pt-8">
      <h2 className="font-serif text-24 font-semibold">{t('day.first.title')}</h2>
      <p className="mt-3 max-w-prose text-16">{t('day.first.text')}</p>
      <p className="mt-2 max-w-prose text-14 text-muted">{t('day.first.steps')}</p>
      <div className="mt-6">
        <ButtonLink kind="primary" href={NEW_ARTICLE}>
          {t('day.first.action')}
        </ButtonLink>
      </div>
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2 text-14">
        {next.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} className="underline decoration-line underline-offset-4 hover:decoration-ink">
              {t(text)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
