import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { TokenRegister } from '@/components/desk/tokens/token-register'
import { config } from '@/server/config'
import { listTokens } from '@/server/queries/list-tokens'
import { createTokenAction, revokeTokenAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('tokens.title') }
}

export default async function Page() {
  await requireDesk('manage-tokens', '/admin/tokens')
  const address = `${config().SITE_URL}/api/v1/ingest`
  return (
    <TokenRegister {...(await listTokens())} address={address} deeds={{ make: createTokenAction, revoke: revokeTokenAction }} />
  )
}
