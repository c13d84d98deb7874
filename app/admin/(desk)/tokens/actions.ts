'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import { newApiToken } from '@/newsroom/desk/api-token'
import type { Outcome } from '@/newsroom/desk/outcome'
import { createToken } from '@/server/commands/create-token'
import { revokeToken } from '@/server/commands/revoke-token'

const which = z.object({ tokenId: z.number().int().positive() })

export async function createTokenAction(input: unknown): Promise<Outcome<{ token: string }>> {
  const outcome = await act(newApiToken, input, createToken)
  revalidatePath('/admin/tokens')
  return outcome
}

export async function revokeTokenAction(input: unknown): Promise<Outcome> {
  const outcome = await act(which, input, revokeToken)
  revalidatePath('/admin/tokens')
  return outcome
}
