'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'
import { Menu } from '@/components/desk/ui/menu'
import { OnItsWay } from './on-its-way'
import { NEW_ARTICLE, type Place, placeOf } from './places'

const AT_HAND = 3

/** On a phone: the way around under the thumb, the rest one press away. */
export function PhoneBar({ places }: { places: readonly Place[] }) {
  const t = useTexts()
  const path = usePathname()
  const here = placeOf(path, places)
  const rest = places.slice(AT_HAND)
  const writing = path === NEW_ARTICLE
  return (
    <nav
      aria-label={t('common.nav.label')}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-sheet pb-[env(safe-area-inset-bottom)] tablet:hidden print:hidden"
    >
      {places.slice(0, AT_HAND).map(({ key, href }) => (
        <Link
          key={key}
          href={href}
          aria-current={here?.key === key && !writing ? 'page' : undefined}
          className={tab(here?.key === key && !writing)}
        >
          {t(`common.nav.${key}`)}
          <OnItsWay />
        </Link>
      ))}
      <Link href={NEW_ARTICLE} aria-current={writing ? 'page' : undefined} className={tab(writing)}>
        {t('common.nav.write')}
      </Link>
      {rest.length > 0 && (
        <div className="flex items-stretch justify-center [&>button]:flex-1 [&>button]:rounded-none [&>button]:font-normal [&>button]:text-muted">
          <Menu
            label={t('common.nav.more')}
            trigger={t('common.nav.more')}
            items={rest.map(({ key, href }) => ({ label: t(`common.nav.${key}`), href }))}
          />
        </div>
      )}
    </nav>
  )
}

const tab = (here: boolean) =>
  classes(
    'relative flex min-h-13 items-center justify-center border-t-2 text-14 -outline-offset-2',
    here ? 'border-accent font-semibold' : 'border-transparent text-muted',
  )
