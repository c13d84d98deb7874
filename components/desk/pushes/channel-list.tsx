'use client'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { AddressChannel, Outlet } from '@/newsroom/push/channel'
import type { OutletState } from '@/newsroom/push/states'
import { OutletLine } from './outlet-line'

export type TryAgain = (outlet: Outlet) => Promise<Outcome<{ count: number }>>

interface Props {
  channels: readonly (OutletState & { channel: AddressChannel; set: boolean; remain: number | null })[]
  tryAgain: TryAgain
}

const SETTING: Record<AddressChannel, string> = { indexnow: 'INDEXNOW_KEY', baidu: 'BAIDU_PUSH_TOKEN', websub: 'WEBSUB_HUB' }

/** Search engines and hubs: whether they are set up, and how it goes. */
export function ChannelList({ channels, tryAgain }: Props) {
  const t = useTexts()
  const { run, busy, errors } = useAction(tryAgain)
  const again = async (channel: AddressChannel) => {
    const outcome = await run({ channel })
    if (outcome.ok) notify(t('pushes.tried', { count: outcome.count }))
  }
  return (
    <>
      <FaultList errors={errors} />
      <ul className="divide-y divide-line border-y border-line">
        {channels.map(({ channel, set, remain, ...state }) => (
          <li key={channel} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-14">
            <div className="min-w-56 flex-1">
              <h3 className="font-medium">{t(`pushes.channel.${channel}`)}</h3>
              {set ? (
                <OutletLine state={state}>{remain !== null && <span>{t('pushes.remain', { count: remain })}</span>}</OutletLine>
              ) : (
                <p className="text-13 text-muted">
                  {t('pushes.not-set')} <code className="font-mono">{SETTING[channel]}</code>
                </p>
              )}
            </div>
            {set && (state.gaveUp > 0 || state.pausedUntil) && (
              <Button
                busy={busy}
                aria-label={t('pushes.try-again-of', { name: t(`pushes.channel.${channel}`) })}
                onClick={() => again(channel)}
              >
                {t('pushes.try-again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
