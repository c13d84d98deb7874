'use client'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Head, Table, Td, Tr } from '@/components/desk/ui/data-table'
import { FaultList } from '@/components/desk/ui/faults'
import { Menu } from '@/components/desk/ui/menu'
import { notify } from '@/components/desk/ui/toast'
import { When } from '@/components/desk/ui/when'
import type { Handed, OpenInvitation, StaffDeeds } from './staff-deeds'

interface InvitationsProps {
  invitations: readonly OpenInvitation[]
  renew: StaffDeeds['renew']
  revoke: StaffDeeds['revoke']
  onHanded(handed: Handed): void
}

/** Places offered and not taken yet. */
export function Invitations({ invitations, renew, revoke, onHanded }: InvitationsProps) {
  const t = useTexts()
  const renewing = useAction(renew)
  const revoking = useAction(revoke)
  if (invitations.length === 0) return null
  const again = async (id: string) => {
    const outcome = await renewing.run(id)
    if (outcome.ok) onHanded(outcome)
  }
  const takeBack = async (id: string) => {
    if ((await revoking.run(id)).ok) notify(t('staff.revoked'))
  }
  return (
    <section className="mt-10 flex flex-col gap-3">
      <h2 className="text-16 font-semibold">{t('staff.invitations')}</h2>
      <FaultList errors={[...renewing.errors, ...revoking.errors]} />
      <Table label={t('staff.invitations')}>
        <Head
          columns={[t('staff.name'), t('staff.role'), t('staff.invited-by'), t('staff.expires')]}
          actions={t('staff.actions')}
        />
        <tbody>
          {invitations.map(({ id, name, email, role, from, expires, expired }) => (
            <Tr key={id}>
              <Td className="min-w-48">
                <span className="font-medium">{name}</span>
                <span className="block text-13 text-muted">{email}</span>
              </Td>
              <Td className="whitespace-nowrap">{t(`common.role.${role}`)}</Td>
              <Td>{from ?? t('auth.mail.operator')}</Td>
              <Td className="whitespace-nowrap">{expired ? t('staff.expired') : <When at={expires} />}</Td>
              <Td className="py-1 text-right">
                <Menu
                  label={t('staff.actions-for', { name })}
                  trigger={<span aria-hidden="true">⋯</span>}
                  items={[
                    { label: t('staff.renew'), onSelect: () => again(id) },
                    { label: t('staff.revoke'), onSelect: () => takeBack(id), danger: true },
                  ]}
                />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
