import { dateAndTime } from '@/newsroom/dates'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import { knownText } from '@/newsroom/desk/known-text'
import { machineName } from '@/newsroom/desk/machine-name'

/** `article.publish` → 发布; a name nobody gave words to stands as it is. */
export const actionName = (t: DeskTexts, action: string): string => knownText(t, `audit.actions.${action}`) ?? action

/** `dates.plannedFor` → 计划日期 */
export const fieldName = (t: DeskTexts, field: string): string => knownText(t, `audit.fields.${field.split('.').at(-1)}`) ?? field

/** Whoever did it: staff by name, the newsroom's machinery by its own. */
export const actorName = (t: DeskTexts, line: { actorId: string | null; actorName: string }): string =>
  line.actorId ? line.actorName : machineName(t, line.actorName)

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
/** Fields whose values have words in common.json. */
const WORDED = ['publication', 'workflow', 'stage', 'role', 'type']

/** A value as somebody reads it: states by their word, instants in the newsroom's zone. */
export function valueName(t: DeskTexts, place: { locale: string; timeZone: string }, field: string, value: string): string {
  if (value === '') return t('audit.none')
  const name = field.split('.').at(-1) ?? ''
  if (name === 'action') return actionName(t, value)
  if (WORDED.includes(name)) return knownText(t, `common.${name}.${value}`) ?? value
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'audit.yes' : 'audit.no')
  return INSTANT.test(value) ? dateAndTime(new Date(value), place) : value
}

/** What it was done to: as it was called then, else by the word for it. */
export const subjectName = (t: DeskTexts, { label, subject }: { label: string; subject: string }): string =>
  label || (knownText(t, `audit.subjects.${subject}`) ?? subject)

const PAGES: Record<string, string> = {
  category: '/admin/categories',
  tag: '/admin/tags',
  staff: '/admin/staff',
  media: '/admin/media',
  settings: '/admin/settings',
  webhook: '/admin/pushes',
  push: '/admin/pushes',
  token: '/admin/tokens',
}

/** Where a subject can be seen at the desk; null: nowhere. */
export function subjectPath(subject: string): string | null {
  const [noun = '', id] = subject.split(':')
  if (noun === 'article' && id) return `/admin/articles/${id}`
  return PAGES[noun] ?? null
}
