'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { Head, Table } from '@/components/desk/ui/data-table'
import { FaultList } from '@/components/desk/ui/faults'
import type { MenuItem } from '@/components/desk/ui/menu'
import { PageHead } from '@/components/desk/ui/page-head'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import { ChangeDialog } from './change-dialog'
import { Invitations } from './invitations'
import { InviteDialog } from './invite-dialog'
import { LinkDialog } from './link-dialog'
import { MemberRow } from './member-row'
import type { DeskChoice, Handed, OpenInvitation, StaffDeeds, StaffMember } from './staff-deeds'

interface StaffRegisterProps {
  staff: readonly StaffMember[]
  invitations: readonly OpenInvitation[]
  categories: readonly DeskChoice[]
  /** who looks at it */
  own: string
  deeds: StaffDeeds
}

type Confirmed = 'disable' | 'end-sessions' | 'reset-second-factor'

/** 人员: everybody who works here, and what an administrator does about it. */
export function StaffRegister({ staff, invitations, categories, own, deeds }: StaffRegisterProps) {
  const t = useTexts()
  const [inviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<StaffMember | null>(null)
  const [asking, setAsking] = useState<{ what: Confirmed; member: StaffMember } | null>(null)
  const [handed, setHanded] = useState<Handed | null>(null)
  const { run, errors } = useAction((deed: () => Promise<Outcome>) => deed())

  const confirm = async () => {
    if (!asking) return
    const { what, member } = asking
    const does = { disable: deeds.disable, 'end-sessions': deeds.endSessions, 'reset-second-factor': deeds.resetSecondFactor }
    const said = {
      disable: t('staff.was-disabled', { name: member.name }),
      'end-sessions': t('staff.sessions-ended'),
      'reset-second-factor': t('staff.second-factor-reset'),
    }
    if ((await run(() => does[what](member.id))).ok) notify(said[what])
  }
  const enable = async ({ id, name }: StaffMember) => {
    if ((await run(() => deeds.enable(id))).ok) notify(t('staff.was-enabled', { name }))
  }
  const sendLink = (member: StaffMember) =>
    run(async () => {
      const outcome = await deeds.resetLink(member.id)
      if (outcome.ok) setHanded(outcome)
      return outcome
    })
  const itemsFor = (member: StaffMember): MenuItem[] => {
    if (member.disabled) return [{ label: t('staff.enable'), onSelect: () => enable(member) }]
    const ask = (what: Confirmed) => () => setAsking({ what, member })
    return [
      { label: t('staff.change'), onSelect: () => setChanging(member) },
      { label: t('staff.reset-link'), onSelect: () => sendLink(member) },
      ...(member.secondFactor ? [{ label: t('staff.reset-second-factor'), onSelect: ask('reset-second-factor') }] : []),
      { label: t('staff.end-sessions'), onSelect: ask('end-sessions') },
      { label: t('staff.disable'), onSelect: ask('disable'), danger: true, disabled: member.id === own },
    ]
  }
  return (
    <>
      <PageHead
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={
          <Button kind="primary" onClick={() => setInviting(true)}>
            {t('staff.invite')}
          </Button>
        }
      />
      <FaultList errors={errors} />
      <Table label={t('staff.title')}>
        <Head
          columns={[t('staff.name'), t('staff.role'), t('staff.desk'), t('staff.sign-in'), t('staff.seen')]}
          actions={t('staff.actions')}
        />
        <tbody>
          {staff.map((member) => (
            <MemberRow key={member.id} member={member} isOwn={member.id === own} items={itemsFor(member)} />
          ))}
        </tbody>
      </Table>
      <Invitations invitations={invitations} renew={deeds.renew} revoke={deeds.revoke} onHanded={setHanded} />
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          categories={categories}
          invite={deeds.invite}
          onDone={(made) => {
            setInviting(false)
            setHanded(made)
          }}
        />
      )}
      {changing && (
        <ChangeDialog member={changing} categories={categories} change={deeds.change} onClose={() => setChanging(null)} />
      )}
      {handed && <LinkDialog handed={handed} onClose={() => setHanded(null)} />}
      {asking && (
        <ConfirmDialog
          open
          onClose={() => setAsking(null)}
          title={asking.what === 'disable' ? t('staff.disable-title', { name: asking.member.name }) : t(`staff.${asking.what}`)}
          text={t(`staff.${asking.what}-text`, { name: asking.member.name })}
          confirmLabel={t(`staff.${asking.what}`)}
          danger
          onConfirm={confirm}
        />
      )}
    </>
  )
}
