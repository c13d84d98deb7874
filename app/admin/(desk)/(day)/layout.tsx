import type { ReactNode } from 'react'
import { requireStaff } from '@/app/admin/desk-session'

/** Asked here as well as in the page: beside a loading.tsx the page is too late to send anybody elsewhere. */
export default async function Layout({ children }: { children: ReactNode }) {
  await requireStaff('/admin')
  return children
}
