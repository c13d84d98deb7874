import { requestTexts } from '@/app/admin/desk-locale'
import { currentStaff } from '@/app/admin/desk-session'
import { stateWords } from '@/newsroom/desk/state-words'
import { findDeskArticles } from '@/server/queries/find-desk-articles'

/** `?q=` words of a headline → `{ items: { id, label, hint }[] }`: articles the asker may open, those in work first. */
export async function GET(request: Request): Promise<Response> {
  const staff = await currentStaff()
  if (!staff) return Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 })
  const [t, found] = await Promise.all([
    requestTexts(),
    findDeskArticles(staff, new URL(request.url).searchParams.get('q') ?? ''),
  ])
  const items = found.map(({ id, headline, workflow, publication, category }) => {
    const states = stateWords(workflow, publication).map(({ key }) => t(`common.${key}`))
    return { id, label: headline || t('day.untitled'), hint: [...states, category].filter(Boolean).join(' · ') }
  })
  return Response.json({ items }, { headers: { 'Cache-Control': 'private, no-store' } })
}
