import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'

/** Where a sign-in inside another page arrives: that page sees it, and goes on. */
export default async function Page() {
  await requireStaff('/admin/signed-in')
  return <p className="text-16">{(await requestTexts())('editor.sign-in.arrived')}</p>
}
