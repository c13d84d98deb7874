import { freePort } from './free-port'

/**
 * What has to be in the environment before Next or the settings are first read; so commands call this and import the rest
 * afterwards. `PORT=0` becomes a free port here, since the site's own address names it.
 */
export async function prepareEnvironment(mode: 'production' | 'development'): Promise<void> {
  const env = process.env as Record<string, string | undefined>
  env.NODE_ENV = mode
  env.NEXT_TELEMETRY_DISABLED = '1'
  if (env.PORT?.trim() === '0') env.PORT = String(await freePort(0))
}
