import { pino } from 'pino'
import { hideSecrets } from '@/newsroom/log-line'
import { type Config, config } from './config'
import { LogOutput } from './log-output'
import { requestId } from './request-scope'

const HOME = Symbol.for('broadsheet.log')
const home = globalThis as { [HOME]?: pino.Logger }

/** Structured log of this process, JSON lines on standard error; each names the request it was written for. */
export function log(): pino.Logger {
  home[HOME] ??= openLog(config(), new LogOutput(2))
  return home[HOME]
}

/** A log of its own; whatever is said, no secret of the settings is written. */
export function openLog(settings: Config, destination: pino.DestinationStream): pino.Logger {
  const secrets = secretsOf(settings)
  return pino(
    {
      level: settings.LOG_LEVEL,
      base: { pid: process.pid },
      mixin() {
        const request = requestId()
        return request === undefined ? {} : { request }
      },
      hooks: { streamWrite: (line) => hideSecrets(line, secrets) },
    },
    destination,
  )
}

function secretsOf(settings: Config): string[] {
  const { DATABASE_URL, DATABASE_DIRECT_URL, SMTP_URL, STORAGE_URL } = settings
  const passwords = [DATABASE_URL, DATABASE_DIRECT_URL, SMTP_URL].map((url) => url && URL.parse(url)?.password)
  const { METRICS_TOKEN, AUTH_SECRET, ADMIN_PASSWORD, BAIDU_PUSH_TOKEN, WECHAT_APP_SECRET } = settings
  const all = [...passwords, METRICS_TOKEN, AUTH_SECRET, ADMIN_PASSWORD, BAIDU_PUSH_TOKEN, WECHAT_APP_SECRET]
  // As JSON writes it: a password may hold a quotation mark.
  return [...all, STORAGE_URL?.secretAccessKey].flatMap((secret) => (secret ? [JSON.stringify(secret).slice(1, -1)] : []))
}
