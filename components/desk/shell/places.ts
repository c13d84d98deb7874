import { type DeskAction, mayAtDesk } from '@/newsroom/desk/permission'
import { atLeast, type DeskMember } from '@/newsroom/desk/staff'

/** A page of the desk as the rail and the palette name it: `common.nav.{key}`. */
export interface Place {
  key:
    | 'day'
    | 'articles'
    | 'review'
    | 'front-page'
    | 'media'
    | 'categories'
    | 'tags'
    | 'sources'
    | 'staff'
    | 'tokens'
    | 'audit'
    | 'settings'
    | 'pushes'
    | 'notices'
  href: string
}

const at = (action: DeskAction) => (member: DeskMember) => mayAtDesk(member, action)

const PLACES: readonly (Place & { may?: (member: DeskMember) => boolean })[] = [
  { key: 'day', href: '/admin' },
  { key: 'articles', href: '/admin/articles' },
  { key: 'review', href: '/admin/review', may: ({ role }) => atLeast(role, 'editor') },
  { key: 'front-page', href: '/admin/front-page', may: at('manage-front-page') },
  { key: 'media', href: '/admin/media', may: at('upload-media') },
  { key: 'categories', href: '/admin/categories', may: at('manage-taxonomy') },
  { key: 'tags', href: '/admin/tags', may: at('manage-taxonomy') },
  { key: 'sources', href: '/admin/sources', may: at('manage-taxonomy') },
  { key: 'staff', href: '/admin/staff', may: at('manage-staff') },
  { key: 'tokens', href: '/admin/tokens', may: at('manage-tokens') },
  { key: 'audit', href: '/admin/audit', may: at('read-audit') },
  { key: 'settings', href: '/admin/settings', may: at('manage-site') },
  { key: 'pushes', href: '/admin/pushes', may: at('manage-site') },
]

export const NEW_ARTICLE = '/admin/articles/new'

/** Where somebody may go, in the rail's order. */
export const placesFor = (member: DeskMember): Place[] =>
  PLACES.filter(({ may }) => may?.(member) ?? true).map(({ key, href }) => ({ key, href }))

/** Which of these places an address lies in: the longest that it begins with, whole segments only. The day view is itself alone. */
export function placeOf(path: string, places: readonly Place[]): Place | null {
  const holds = ({ href }: Place) => path === href || (href !== '/admin' && path.startsWith(`${href}/`))
  return places.filter(holds).sort((a, b) => b.href.length - a.href.length)[0] ?? null
}
