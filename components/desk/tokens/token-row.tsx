'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Td, Tr } from '@/components/desk/ui/data-table'
import { When } from '@/components/desk/ui/when'
import type { ListedToken } from './token-deeds'

export function TokenRow({ token, onRevoke }: { token: ListedToken; onRevoke(): void }) {
  const t = useTexts()
  const { name, wire, prefix, publishes, categories, usedOn, until, state, madeBy, made } = token
  const isGood = state === 'good'
  return (
    <Tr className={isGood ? undefined : 'text-muted'}>
      <Td className="min-w-48">
        <span className="font-medium">{name}</span>
        <span className="block font-mono text-13 text-muted">
          {wire} · {prefix}…
        </span>
      </Td>
      <Td className="whitespace-nowrap">{t(publishes ? 'tokens.publishes' : 'tokens.drafts')}</Td>
      <Td className="min-w-32">{categories.map((category) => category.name).join(' · ') || t('tokens.every-category')}</Td>
      <Td className="whitespace-nowrap">{usedOn ?? t('tokens.never-used')}</Td>
      <Td className="whitespace-nowrap">{isGood ? (until ?? t('tokens.no-end')) : t(`tokens.state.${state}`)}</Td>
      <Td className="whitespace-nowrap">
        {madeBy}
        <span className="block text-13 text-muted">
          <When at={made} />
        </span>
      </Td>
      <Td className="py-1 text-right">
        {state !== 'revoked' && (
          <Button kind="quiet" aria-label={t('tokens.revoke-of', { name })} onClick={onRevoke}>
            {t('tokens.revoke')}
          </Button>
        )}
      </Td>
    </Tr>
  )
}
