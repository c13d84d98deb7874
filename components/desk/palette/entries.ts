import { NEW_ARTICLE, type Place } from '@/components/desk/shell/places'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'

/** One thing the palette can do. */
export interface Entry {
  key: string
  group: 'actions' | 'pages'
  label: string
  /** other words it is found by: pinyin, initials, English */
  keywords: string
  /** where it leads; readers' pages open beside the desk */
  href?: string
  outside?: boolean
}

/** Everything somebody may do from the palette, actions first. */
export function entriesFor(t: DeskTexts, places: readonly Place[]): Entry[] {
  const action = (key: 'write' | 'invite' | 'site' | 'shortcuts', rest: Partial<Entry> = {}): Entry => {
    return { key, group: 'actions', label: t(`palette.actions.${key}`), keywords: t(`palette.keywords.${key}`), ...rest }
  }
  const page = ({ key, href }: Place): Entry => {
    return { key, href, group: 'pages', label: t(`common.nav.${key}`), keywords: t(`palette.keywords.${key}`) }
  }
  const staff = places.find(({ key }) => key === 'staff')
  return [
    action('write', { href: NEW_ARTICLE }),
    ...(staff ? [action('invite', { href: staff.href })] : []),
    action('site', { href: '/', outside: true }),
    action('shortcuts'),
    ...places.map(page),
    page({ key: 'notices', href: '/admin/notices' }),
    {
      key: 'account',
      group: 'pages',
      href: '/admin/account',
      label: t('common.user.account'),
      keywords: t('palette.keywords.account'),
    },
  ]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Those that have every word of a text in their name or keywords; all of them for "". */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  return entries.filter(({ label, keywords }) => words.every((word) => plain(`${label} ${keywords}`).includes(word)))
}
