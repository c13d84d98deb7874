import { ROOT_FILES, redirectTag } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { MOST_ROOT_FILES, type RootFile, readRootFiles } from '@/newsroom/root-file'
import { publishTags } from '@/server/bus'
import { recordAudit } from './record-audit'
import { holdSetting, storeSetting } from './store-setting'
import { transact } from './transact'

/** Puts a file at the root of the site, in place of one of the same name. An address of the old archive stays what it is. */
export async function putRootFile(actor: StaffActor, file: RootFile): Promise<Outcome> {
  return await changeFiles(actor, file.name, (files) => [...files.filter(({ name }) => name !== file.name), file])
}

export async function removeRootFile(actor: StaffActor, name: string): Promise<Outcome> {
  return await changeFiles(actor, name, (files) => files.filter((file) => file.name !== name))
}

async function changeFiles(actor: StaffActor, name: string, change: (files: RootFile[]) => RootFile[]): Promise<Outcome> {
  if (!mayAtDesk(actor, 'manage-site')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const held = readRootFiles(await holdSetting(tx, 'root-files'))
    const files = change(held).sort((a, b) => (a.name < b.name ? -1 : 1))
    if (files.length > MOST_ROOT_FILES) return refused({ code: 'root-file.many', params: { most: MOST_ROOT_FILES } })
    const path = `/${name}`
    const taken = (await tx.redirect.count({ where: { path } })) > 0
    if (taken && files.length > held.length) return refused({ code: 'root-file.taken', field: 'name', params: { path } })
    await storeSetting(tx, actor, 'root-files', files)
    const [before, after] = [held, files].map((list) => factsOf(list.find((file) => file.name === name)))
    await recordAudit(tx, actor, {
      action: after ? 'settings.put-file' : 'settings.remove-file',
      subject: 'settings:root-files',
      label: path,
      before,
      after,
    })
    await publishTags(tx, [ROOT_FILES, redirectTag(path)])
    return { ok: true }
  })
}

/** What of a file the record keeps: no whole texts. */
const factsOf = (file: RootFile | undefined) => (file ? { characters: file.text.length, opening: file.text.slice(0, 120) } : null)
