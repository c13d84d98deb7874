import { join } from 'node:path'
import { isReady, removeData, runSite } from './site-process'

/** Before all specs: the real site through its command, with a database of its own and the sample archive in it. */
export default async function startSite(): Promise<() => Promise<void>> {
  const { E2E_URL: url = '' } = process.env
  if (await isReady(`${url}/readyz`)) return async () => {}
  const dataDir = join('.data', 'e2e', `run-${process.pid}`)
  // Specs that import run the command on the same data (e2e/newsroom.ts).
  process.env.E2E_DATA_DIR = dataDir
  const site = await runSite({ url, dataDir, log: join('reports', 'e2e-site.log') }).catch(async (error) => {
    await removeData(dataDir)
    throw error
  })
  return async () => {
    await site.stop()
    await removeData(dataDir)
  }
}
