import { setTimeout as pause } from 'node:timers/promises'
import { type Loop, startLoop } from '@/server/jobs/loop'
import { sendOverdue } from './send-due'

const SEND_EVERY_MS = 5_000
/** An answer under way is not waited for longer: what was sent is sent again, by the same name. */
const STOP_LIMIT_MS = 3_000

/** Sends what waits, until it is stopped. */
export function startSender(): Loop {
  const stopping = new AbortController()
  const loop = startLoop('send what waits', async () => {
    await sendOverdue(stopping.signal)
    return SEND_EVERY_MS
  })
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([loop.stop(), pause(STOP_LIMIT_MS, undefined, { ref: false })])
    },
  }
}
