'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { Table, Th } from '@/components/desk/ui/data-table'
import { Empty } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import { PageHead } from '@/components/desk/ui/page-head'
import { notify } from '@/components/desk/ui/toast'
import { NewTokenDialog } from './new-token-dialog'
import type { CategoryChoice, ListedToken, TokenDeeds } from './token-deeds'
import { TokenRow } from './token-row'
import { TokenShown } from './token-shown'

interface TokenRegisterProps {
  tokens: readonly ListedToken[]
  categories: readonly CategoryChoice[]
  /** where wires deliver */
  address: string
  deeds: TokenDeeds
}

/** 供稿接口: who may deliver articles by machine, and what becomes of them. */
export function TokenRegister({ tokens, categories, address, deeds }: TokenRegisterProps) {
  const t = useTexts()
  const [making, setMaking] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const [revoking, setRevoking] = useState<ListedToken | null>(null)
  const { run, errors } = useAction(deeds.revoke)
  const revoke = async () => {
    if (revoking && (await run({ tokenId: revoking.id })).ok) notify(t('tokens.was-revoked', { name: revoking.name }))
  }
  const make = (
    <Button kind="primary" onClick={() => setMaking(true)}>
      {t('tokens.make')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('tokens.title')} lead={t('tokens.lead')} actions={tokens.length > 0 && make} />
      <p className="mb-6 text-14">
        <span className="text-muted">{t('tokens.address')}</span>{' '}
        <code className="font-mono text-13 break-all">POST {address}</code>
      </p>
      <FaultList errors={errors} />
      {tokens.length === 0 ? (
        <Empty title={t('tokens.empty')} text={t('tokens.empty-text')} action={make} />
      ) : (
        <Table label={t('tokens.title')}>
          <thead>
            <tr>
              <Th>{t('tokens.name')}</Th>
              <Th>{t('tokens.allows')}</Th>
              <Th>{t('tokens.categories')}</Th>
              <Th>{t('tokens.used')}</Th>
              <Th>{t('tokens.until')}</Th>
              <Th>{t('tokens.made')}</Th>
              <Th>
                <span className="sr-only">{t('tokens.actions')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
            ))}
          </tbody>
        </Table>
      )}
      {making && (
        <NewTokenDialog
          categories={categories}
          make={deeds.make}
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false)
            setShown(token)
          }}
        />
      )}
      {shown && <TokenShown token={shown} onClose={() => setShown(null)} />}
      {revoking && (
        <ConfirmDialog
          open
          onClose={() => setRevoking(null)}
          title={t('tokens.revoke-title', { name: revoking.name })}
          text={t('tokens.revoke-text')}
          confirmLabel={t('tokens.revoke')}
          danger
          onConfirm={revoke}
        />
      )}
    </>
  )
}
