import { config } from '@/server/config'
import { ensureEmbeddedPostgres, isWithEmbeddedPostgres } from '@/server/embedded-postgres'
import { log } from '@/server/log'

/** How long readers may have to do with kept pages before a server that died is noticed. */
const LOOK_EVERY_MS = 500

/** Brings the embedded database back when its server has died; answers when to look again. Looking costs nothing. */
export async function keepDatabase(): Promise<number> {
  const { DATA_DIR } = config()
  if (isWithEmbeddedPostgres(DATA_DIR)) return LOOK_EVERY_MS
  const { started } = await ensureEmbeddedPostgres(DATA_DIR)
  log().warn(
    { started },
    started ? 'the database server had died and runs again' : 'the connection to the database server was lost',
  )
  return LOOK_EVERY_MS
}
