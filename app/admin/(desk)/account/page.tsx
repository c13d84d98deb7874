import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { currentHeaders, requireStaff } from '@/app/admin/desk-session'
import { Passkeys } from '@/components/desk/account/passkeys'
import { PasswordSection } from '@/components/desk/account/password-section'
import { Profile } from '@/components/desk/account/profile'
import { SecondFactor } from '@/components/desk/account/second-factor'
import { Sessions } from '@/components/desk/account/sessions'
import { PageHead } from '@/components/desk/ui/page-head'
import { isSecondFactorAsked } from '@/newsroom/desk/second-factor'
import { config } from '@/server/config'
import { findAccount } from '@/server/queries/find-account'
import { sessionIdOf } from '@/server/session'
import * as actions from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('account.title') }
}

export default async function Page() {
  const staff = await requireStaff('/admin/account')
  const [t, account, current] = await Promise.all([requestTexts(), findAccount(staff), sessionIdOf(await currentHeaders())])
  const { email, desks, secondFactor, passkeys, sessions } = account
  return (
    <div className="max-w-3xl">
      <PageHead title={t('account.title')} />
      <Profile name={staff.name} email={email} role={staff.role} desks={desks} change={actions.changeNameAction} />
      <PasswordSection email={email} change={actions.changePasswordAction} />
      <SecondFactor
        on={secondFactor}
        asked={isSecondFactorAsked(config().SECOND_FACTOR, staff.role)}
        role={staff.role}
        begin={actions.beginSecondFactorAction}
        turnOn={actions.turnOnSecondFactorAction}
        turnOff={actions.turnOffSecondFactorAction}
        replaceCodes={actions.replaceBackupCodesAction}
      />
      <Passkeys
        keys={passkeys}
        options={actions.passkeyOptionsAction}
        add={actions.addPasskeyAction}
        remove={actions.removePasskeyAction}
      />
      <Sessions
        sessions={sessions}
        current={current}
        endOne={actions.endSessionAction}
        endOthers={actions.endOtherSessionsAction}
      />
    </div>
  )
}
