import type { ReactNode } from 'react'
import { requestTexts } from '@/app/admin/desk-locale'
import { currentStaff } from '@/app/admin/desk-session'
import { Shell } from '@/components/desk/shell/shell'
import { config } from '@/server/config'
import { countUnread } from '@/server/queries/list-notices'

/** Whoever is not signed in sees no rail; the page itself knows its address, and sends them to sign in and back. */
export default async function Layout({ children }: { children: ReactNode }) {
  const staff = await currentStaff()
  if (!staff) return children
  const [unread, t] = await Promise.all([countUnread(staff), requestTexts()])
  return (
    <Shell
      paper={config().SITE_NAME}
      member={{ id: staff.id, name: staff.name, role: staff.role, desk: staff.desk }}
      unread={unread}
      skip={t('common.skip')}
    >
      {children}
    </Shell>
  )
}
