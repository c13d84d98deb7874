'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { FaultList } from '@/components/desk/ui/faults'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import { When } from '@/components/desk/ui/when'
import type { Outcome } from '@/newsroom/desk/outcome'

export interface SessionView {
  id: string
  browser: string | null
  system: string | null
  address: string | null
  since: string
  seen: string
}

interface SessionsProps {
  sessions: readonly SessionView[]
  /** the one that looks at this page */
  current: string | null
  endOne(id: string): Promise<Outcome>
  endOthers(): Promise<Outcome>
}

/** Where somebody is signed in, and the way to end it. */
export function Sessions({ sessions, current, endOne, endOthers }: SessionsProps) {
  const t = useTexts()
  const [asking, setAsking] = useState(false)
  const one = useAction(endOne)
  const others = useAction(endOthers)
  const end = async (id: string) => {
    if ((await one.run(id)).ok) notify(t('account.sessions.ended'))
  }
  const endAll = async () => {
    if ((await others.run()).ok) notify(t('account.sessions.ended'))
  }
  const device = ({ browser, system }: SessionView) =>
    browser && system
      ? t('account.sessions.device-name', { browser, system })
      : (browser ?? system ?? t('account.sessions.unknown-device'))
  return (
    <Section title={t('account.sessions.title')} lead={t('account.sessions.lead')}>
      <FaultList errors={[...one.errors, ...others.errors]} />
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 text-14">
            <div className="min-w-40 flex-1">
              <p>
                {device(session)}
                {session.id === current && <span className="ml-2 text-13 text-state-live">{t('account.sessions.this')}</span>}
              </p>
              <p className="text-13 text-muted">
                {session.address && <span className="mr-3 font-mono">{session.address}</span>}
                {t('account.sessions.since')} <When at={session.since} />
              </p>
            </div>
            <p className="text-13 text-muted">
              {t('account.sessions.seen')} <When at={session.seen} />
            </p>
            {session.id !== current && (
              <Button kind="quiet" busy={one.busy} onClick={() => end(session.id)}>
                {t('account.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Button onClick={() => setAsking(true)}>{t('account.sessions.end-others')}</Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('account.sessions.end-others')}
        text={t('account.sessions.end-others-text')}
        confirmLabel={t('account.sessions.end')}
        danger
        onConfirm={endAll}
      />
    </Section>
  )
}
