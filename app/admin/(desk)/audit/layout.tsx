import type { ReactNode } from 'react'
import { requireDesk } from '@/app/admin/desk-session'

/** Asked here as well as in the page: beside a loading.tsx the page is too late to answer 403. */
export default async function Layout({ children }: { children: ReactNode }) {
  await requireDesk('read-audit', '/admin/audit')
  return children
}
