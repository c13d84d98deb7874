import { requestTexts } from '@/app/admin/desk-locale'
import { currentStaff } from '@/app/admin/desk-session'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { StaffActor } from '@/newsroom/desk/staff'
import { SUGGESTION_KINDS, type Suggestion, type SuggestionKind } from '@/newsroom/desk/suggestion'
import { suggestArticles } from '@/server/queries/suggest-articles'
import { suggestCategories } from '@/server/queries/suggest-categories'
import { suggestNames } from '@/server/queries/suggest-names'
import { suggestPeople } from '@/server/queries/suggest-people'
import { suggestStaff } from '@/server/queries/suggest-staff'

const ASKED: Record<SuggestionKind, (actor: StaffActor, text: string) => Promise<Suggestion[]>> = {
  tags: (_, text) => suggestNames('tags', text),
  people: (_, text) => suggestPeople(text),
  sources: (_, text) => suggestNames('sources', text),
  categories: suggestCategories,
  articles: (_, text) => suggestArticles(text),
  staff: (_, text) => suggestStaff(text),
}

/** `?q=` what somebody typed → `{ items: { id, label, hint? }[] }`, best first. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const actor = await currentStaff()
  if (!actor) return Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 })
  const { kind } = await params
  const known = SUGGESTION_KINDS.find((each) => each === kind)
  if (!known) return Response.json({ errors: [{ code: 'not-found' }] }, { status: 404 })
  const found = await ASKED[known](actor, new URL(request.url).searchParams.get('q') ?? '')
  const t = await requestTexts()
  const items = found.map(({ id, label, allowed, href, ...told }) => {
    const hint = hintOf(told, t)
    return { id, label, ...(hint && { hint }), ...(allowed !== undefined && { allowed }), ...(href && { href }) }
  })
  return Response.json({ items }, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** What tells one from its namesakes. */
function hintOf({ alias, uses, title, day, category }: Omit<Suggestion, 'id' | 'label'>, t: DeskTexts): string {
  if (day) return category ? `${day} · ${category}` : day
  const used = uses ? t('people.uses', { count: uses, more: uses >= 100 ? '+' : '' }) : ''
  return [alias && t('people.alias', { name: alias }), title, used].filter(Boolean).join(' · ')
}
