import { pino } from 'pino'
import { config } from './config'

const HOME = Symbol.for('broadsheet.log')
const home = globalThis as { [HOME]?: pino.Logger }

/** Structured log of this process, JSON lines on standard error. */
export function log(): pino.Logger {
  home[HOME] ??= pino({ level: config().LOG_LEVEL, base: { pid: process.pid } }, pino.destination(2))
  return home[HOME]
}
