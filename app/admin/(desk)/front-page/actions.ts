'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { currentStaff } from '@/app/admin/desk-session'
import { type FrontPageLayout, frontPageLayout } from '@/newsroom/desk/front-page-layout'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { layOutFrontPage, previewFrontPage } from '@/server/commands/lay-out-front-page'

const newLayout = z.object({ layout: frontPageLayout, editionId: z.number().int().min(0), note: z.string().max(200) })

/** Puts the layout before readers. */
export async function publishLayout(given: z.input<typeof newLayout>): Promise<Outcome<{ editionId: number }>> {
  const actor = await currentStaff()
  if (!actor) return refused({ code: 'signed-out' })
  const read = newLayout.safeParse(given)
  if (!read.success) return refused({ code: 'invalid' })
  const outcome = await layOutFrontPage(actor, read.data)
  if (outcome.ok) revalidatePath('/admin/front-page')
  return outcome
}

/** An address to look at the layout first. */
export async function previewLayout(layout: FrontPageLayout): Promise<Outcome<{ token: string }>> {
  const actor = await currentStaff()
  if (!actor) return refused({ code: 'signed-out' })
  const read = frontPageLayout.safeParse(layout)
  return read.success ? await previewFrontPage(actor, read.data) : refused({ code: 'invalid' })
}
