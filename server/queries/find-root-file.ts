import { ROOT_FILES } from '@/newsroom/cache-tags'
import { isRootFileName, type RootFile, readRootFiles } from '@/newsroom/root-file'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'

/** The file that stands at this path (decoded): IndexNow's key, or what an administrator put there; null where none does. */
export async function findRootFile(path: string): Promise<RootFile | null> {
  const name = path.slice(1)
  if (!isRootFileName(name)) return null
  const { INDEXNOW_KEY: key } = config()
  if (key && name === `${key}.txt`) return { name, text: key }
  return (await listRootFiles()).find((file) => file.name === name) ?? null
}

export async function listRootFiles(): Promise<RootFile[]> {
  reads(ROOT_FILES)
  const row = await readDb().siteSetting.findUnique({ where: { name: 'root-files' }, select: { value: true } })
  return readRootFiles(row?.value)
}
