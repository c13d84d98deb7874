import { firstAdministrator } from '@/server/commands/first-administrator'
import { config } from '@/server/config'
import { startScheduler } from '@/server/jobs/scheduler'
import { develop } from '@/server/pages/develop'
import { placeOfMedia } from '@/server/storage'
import { watchIslands } from './build-islands'
import { firstImport } from './first-import'
import { sayFirstSignIn } from './first-sign-in'
import { freePort } from './free-port'
import { ROOT } from './root'
import { prepareDatabase } from './setup'
import type { Stopper } from './stop-on-signal'

/** Database, sample archive, islands, and Next with live reload. */
export async function developSite(say: (text: string) => void, stopper: Stopper): Promise<void> {
  const { PORT, HOST, SITE_URL } = config()
  await freePort(PORT, HOST)
  say('正在准备数据库 / preparing the database …')
  const database = await prepareDatabase(stopper.signal)
  stopper.add(database.release)
  await firstImport(say, stopper.signal)
  const first = await firstAdministrator()
  stopper.signal.throwIfAborted()
  stopper.add(await watchIslands(say))
  stopper.add((await develop({ dir: ROOT, findMedia: placeOfMedia })).stop)
  stopper.add(startScheduler(config().JOBS === 'site').stop)
  say(`开发站点已就绪 / the development site is ready: ${SITE_URL}`)
  sayFirstSignIn(say, first)
}
