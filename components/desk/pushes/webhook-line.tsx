'use client'
import { useTexts } from '@/components/desk/texts'
import { Menu, type MenuItem } from '@/components/desk/ui/menu'
import { knownText } from '@/newsroom/desk/known-text'
import type { WebhookState } from '@/newsroom/push/states'
import { DeliveryList, SUMMARY } from './delivery-list'
import { OutletLine } from './outlet-line'

export function WebhookLine({ hook, items }: { hook: WebhookState; items: readonly MenuItem[] }) {
  const t = useTexts()
  const { shown, events, active, switchedOff, last } = hook
  const named = events.map((event) => knownText(t, `pushes.events.${event.replace('article.', '')}`) ?? event)
  return (
    <li className="flex flex-col gap-1 py-3 text-14">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium break-all">{shown}</h3>
          <p className="text-13 text-muted">{named.join(' · ')}</p>
          {!active && (
            <p className="text-13 text-state-returned">
              {t(switchedOff ? 'pushes.webhooks.switched-off' : 'pushes.webhooks.is-off')}
            </p>
          )}
          <OutletLine state={hook} />
        </div>
        <Menu label={t('pushes.webhooks.actions', { name: shown })} trigger={<span aria-hidden="true">⋯</span>} items={items} />
      </div>
      {last.length > 0 && (
        <details>
          <summary className={SUMMARY}>{t('pushes.webhooks.last')}</summary>
          <DeliveryList label={`${shown} ${t('pushes.webhooks.last')}`} deliveries={last} />
        </details>
      )}
    </li>
  )
}
