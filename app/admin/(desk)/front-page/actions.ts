'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import { type FrontPageLayout, frontPageLayout } from '@/newsroom/desk/front-page-layout'
import type { Outcome } from '@/newsroom/desk/outcome'
import { layOutFrontPage, previewFrontPage } from '@/server/commands/lay-out-front-page'

const newLayout = z.object({ layout: frontPageLayout, editionId: z.number().int().min(0), note: z.string().max(200) })

/** Puts the layout before readers. */
export async function publishLayout(given: z.input<typeof newLayout>): Promise<Outcome<{ editionId: number }>> {
  const outcome = await act(newLayout, given, layOutFrontPage)
  if (outcome.ok) revalidatePath('/admin/front-page')
  return outcome
}

/** An address to look at the layout first. */
export async function previewLayout(layout: FrontPageLayout): Promise<Outcome<{ token: string }>> {
  return await act(frontPageLayout, layout, previewFrontPage)
}
