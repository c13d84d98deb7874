'use client'
import { useTexts } from '@/components/desk/texts'
import { Td, Tr } from '@/components/desk/ui/data-table'
import { Menu, type MenuItem } from '@/components/desk/ui/menu'
import { When } from '@/components/desk/ui/when'
import type { StaffMember } from './staff-deeds'

interface MemberRowProps {
  member: StaffMember
  isOwn: boolean
  items: readonly MenuItem[]
}

export function MemberRow({ member, isOwn, items }: MemberRowProps) {
  const t = useTexts()
  const { name, email, role, desks, secondFactor, passkeys, disabled, seen } = member
  const ways = [
    secondFactor ? t('staff.second-factor') : null,
    passkeys > 0 ? t('staff.passkeys', { count: passkeys }) : null,
  ].filter((way) => way !== null)
  return (
    <Tr className={disabled ? 'text-muted' : undefined}>
      <Td className="min-w-48">
        <span className="font-medium">{name}</span>
        {isOwn && <span className="ml-2 text-13 text-muted">{t('staff.you')}</span>}
        <span className="block text-13 text-muted">{email}</span>
      </Td>
      <Td className="whitespace-nowrap">{t(`common.role.${role}`)}</Td>
      <Td>{desks.length > 0 ? desks.map((desk) => desk.name).join(' · ') : t('staff.whole-paper')}</Td>
      <Td className="whitespace-nowrap">{ways.join(' · ') || t('staff.password-only')}</Td>
      <Td className="whitespace-nowrap">{disabled ? t('staff.disabled') : seen ? <When at={seen} /> : t('staff.not-seen')}</Td>
      <Td className="py-1 text-right">
        <Menu label={t('staff.actions-for', { name })} trigger={<span aria-hidden="true">⋯</span>} items={items} />
      </Td>
    </Tr>
  )
}
