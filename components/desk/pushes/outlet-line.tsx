'use client'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { When } from '@/components/desk/ui/when'
import type { OutletState } from '@/newsroom/push/states'

/** What an outlet answered last, what waits for it, and until when it is left alone. */
export function OutletLine({ state, children }: { state: OutletState; children?: ReactNode }) {
  const t = useTexts()
  const { lastAt, lastStatus, lastAnswer, failures, pausedUntil, waiting, gaveUp } = state
  return (
    <div className="flex flex-col gap-0.5 text-13 text-muted">
      <p className="flex flex-wrap gap-x-4">
        {lastAt ? (
          <span>
            <span className={failures > 0 ? 'text-state-returned' : 'text-state-live'}>
              {lastStatus
                ? t(failures > 0 ? 'pushes.failed' : 'pushes.went-well', { status: lastStatus })
                : t('pushes.unreached')}
            </span>{' '}
            <When at={lastAt} />
          </span>
        ) : (
          <span>{t('pushes.never')}</span>
        )}
        {waiting > 0 && <span>{t('pushes.waiting', { count: waiting })}</span>}
        {gaveUp > 0 && <span className="text-state-returned">{t('pushes.gave-up', { count: gaveUp })}</span>}
        {children}
      </p>
      {failures > 0 && lastAnswer && <p className="font-mono break-all">{lastAnswer}</p>}
      {pausedUntil && (
        <p>
          {t('pushes.paused')} <When at={pausedUntil} />
        </p>
      )}
    </div>
  )
}
