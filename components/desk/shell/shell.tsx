import type { ReactNode } from 'react'
import { FindButton } from '@/components/desk/palette/find-button'
import { Palette } from '@/components/desk/palette/palette'
import type { DeskMember } from '@/newsroom/desk/staff'
import { Bell } from './bell'
import { PhoneBar } from './phone-bar'
import { placesFor } from './places'
import { Rail } from './rail'
import { UserMenu } from './user-menu'

interface ShellProps {
  paper: string
  member: DeskMember
  unread: number
  /** leads past the rail */
  skip: string
  children: ReactNode
}

/** A rail on paper, and the page as a sheet beside it; on a phone a line at the top and a bar under the thumb. */
export function Shell({ paper, member, unread, skip, children }: ShellProps) {
  const places = placesFor(member)
  return (
    <div className="flex min-h-dvh flex-col tablet:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-sm bg-ink px-4 py-2 text-14 text-sheet focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {skip}
      </a>
      <header className="flex items-center gap-4 border-b border-line px-4 tablet:hidden print:hidden">
        <a href="/admin" className="mr-auto truncate font-serif text-16 font-semibold">
          {paper}
        </a>
        <FindButton />
        <Bell unread={unread} />
        <UserMenu name={member.name} role={member.role} />
      </header>
      <Rail paper={paper} places={places}>
        <FindButton withKeys />
        <Bell unread={unread} />
        <UserMenu name={member.name} role={member.role} />
      </Rail>
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 flex-1 bg-sheet px-4 pt-6 pb-24 outline-none tablet:border-l tablet:border-line tablet:px-8 tablet:pt-8 tablet:pb-12 desktop:px-12"
      >
        {children}
      </main>
      <PhoneBar places={places} />
      <Palette places={places} />
    </div>
  )
}
