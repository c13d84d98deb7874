import type { Byline, BylineRole } from '@/newsroom/article'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

/** Those who made the story stand under its headline; editor and proofreader answer for it at its end. */
export const signs = ({ role }: Byline) => role !== 'editor' && role !== 'proofreader'

export function People({ site, bylines }: { site: Site; bylines: Byline[] }) {
  const t = texts(site.locale)
  return byRole(bylines).map(({ role, names }) => (
    <span key={role}>
      {t(`roles.${role}`)} <span className="people">{names.join(t('roles.join'))}</span>
    </span>
  ))
}

/** People of the same role stand together, roles in the order they first come. */
function byRole(bylines: Byline[]): { role: BylineRole; names: string[] }[] {
  const roles = new Map<BylineRole, string[]>()
  for (const { role, name } of bylines) roles.set(role, [...(roles.get(role) ?? []), name])
  return [...roles].map(([role, names]) => ({ role, names }))
}
