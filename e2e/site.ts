import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { isReady, removeData, runSite } from './site-process'

/** Before all specs: the real site through its command, with a database of its own and the sample archive in it. */
export default async function startSite(): Promise<() => Promise<void>> {
  const { E2E_URL: url = '' } = process.env
  if (await isReady(`${url}/readyz`)) return async () => {}
  const dataDir = join('.data', 'e2e', `run-${process.pid}`)
  // Specs that import run the command on the same data (e2e/newsroom.ts).
  process.env.E2E_DATA_DIR = dataDir
  // The first administrator, whom a spec signs in (e2e/desk.ts).
  process.env.E2E_ADMIN_EMAIL = 'first@ribao.example'
  process.env.E2E_ADMIN_PASSWORD = `lantern ${randomUUID()}`
  const settings = { ADMIN_EMAIL: process.env.E2E_ADMIN_EMAIL, ADMIN_PASSWORD: process.env.E2E_ADMIN_PASSWORD }
  const site = await runSite({ url, dataDir, log: join('reports', 'e2e-site.log'), settings }).catch(async (error) => {
    await removeData(dataDir)
    throw error
  })
  return async () => {
    await site.stop()
    await removeData(dataDir)
  }
}
