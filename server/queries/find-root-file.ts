import { ROOT_FILES } from '@/newsroom/cache-tags'
import { isRootFileName, type RootFile, readRootFiles } from '@/newsroom/root-file'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'

/** The file an administrator put at this path (decoded), or null. */
export async function findRootFile(path: string): Promise<RootFile | null> {
  const name = path.slice(1)
  if (!isRootFileName(name)) return null
  return (await listRootFiles()).find((file) => file.name === name) ?? null
}

export async function listRootFiles(): Promise<RootFile[]> {
  reads(ROOT_FILES)
  const row = await db().siteSetting.findUnique({ where: { name: 'root-files' }, select: { value: true } })
  return readRootFiles(row?.value)
}
