import { SYSTEM } from '@/server/commands/actor'
import { runSchedule } from '@/server/commands/run-schedule'
import type { Jobs, QueueName } from '@/server/queue'
import { sendDue } from './push/send-due'
import { renderMedia } from './render-media'

/** Does one job of a queue. It may be asked twice for the same one, and must not mind. */
export type Handler<Name extends QueueName> = (data: Jobs[Name]) => Promise<unknown>
export type Handlers = { [Name in QueueName]?: Handler<Name> }

export const HANDLERS: Required<Handlers> = {
  'article.schedule': ({ scheduleId }) => runSchedule(SYSTEM, scheduleId),
  'media.render': renderMedia,
  'push.send': (outlet) => sendDue(outlet),
}
