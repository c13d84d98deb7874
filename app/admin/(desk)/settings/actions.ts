'use server'
import { revalidatePath } from 'next/cache'
import { act } from '@/app/admin/desk-action'
import type { Outcome } from '@/newsroom/desk/outcome'
import { rootFile, rootFileName } from '@/newsroom/root-file'
import { settingChange } from '@/newsroom/site-settings'
import { putRootFile, removeRootFile } from '@/server/commands/change-root-file'
import { changeSiteSettings } from '@/server/commands/change-site-settings'

const PAGE = '/admin/settings'

export async function saveSettingAction(input: unknown): Promise<Outcome> {
  const outcome = await act(settingChange, input, changeSiteSettings)
  revalidatePath(PAGE)
  return outcome
}

export async function putFileAction(input: unknown): Promise<Outcome> {
  const outcome = await act(rootFile, input, putRootFile)
  revalidatePath(PAGE)
  return outcome
}

export async function removeFileAction(name: string): Promise<Outcome> {
  const outcome = await act(rootFileName, name, removeRootFile)
  revalidatePath(PAGE)
  return outcome
}
