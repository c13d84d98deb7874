'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { buttonClasses } from '@/components/desk/ui/button'
import { classes } from '@/components/desk/ui/classes'
import { OnItsWay } from './on-its-way'
import { NEW_ARTICLE, type Place, placeOf } from './places'

interface RailProps {
  paper: string
  places: readonly Place[]
  /** what stands at the foot: finding, notices, who is here */
  children: ReactNode
}

/** The one way around the desk on a screen with room for it. */
export function Rail({ paper, places, children }: RailProps) {
  const t = useTexts()
  const path = usePathname()
  const here = placeOf(path, places)
  return (
    <header className="sticky top-0 hidden h-dvh w-40 shrink-0 flex-col overflow-y-auto px-4 py-6 tablet:flex desktop:w-52 desktop:px-5 print:hidden">
      <Link href="/admin" className="mb-6 font-serif text-20 font-semibold">
        {paper}
      </Link>
      <Link
        href={NEW_ARTICLE}
        aria-current={path === NEW_ARTICLE ? 'page' : undefined}
        className={buttonClasses('plain', 'mb-6')}
      >
        {t('common.nav.write')}
      </Link>
      <nav aria-label={t('common.nav.label')} className="mb-6">
        <ul className="-ml-3 flex flex-col">
          {places.map((place) => (
            <li key={place.key}>
              <PlaceLink place={place} here={place === here} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto flex flex-col">{children}</div>
    </header>
  )
}

function PlaceLink({ place: { key, href }, here }: { place: Place; here: boolean }) {
  const t = useTexts()
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classes(
        'relative flex min-h-9 items-center border-l-2 py-1 pl-2.5 text-14 pointer-coarse:min-h-11',
        here ? 'border-accent font-semibold text-ink' : 'border-transparent text-muted hover:text-ink',
      )}
    >
      {t(`common.nav.${key}`)}
      <OnItsWay />
    </Link>
  )
}
