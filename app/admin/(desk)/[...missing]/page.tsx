import { notFound } from 'next/navigation'
import { requireStaff } from '@/app/admin/desk-session'

/** Whatever lies below /admin and is no page is missed within the desk, not on the readers' site. */
export default async function Page() {
  await requireStaff()
  notFound()
}
