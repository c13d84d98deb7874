import type { AutosaveEvent, TheirDraft } from '@/newsroom/desk/autosave'
import type { Fault } from '@/newsroom/desk/outcome'

interface SaveAnswer {
  version?: number
  savedAt?: string
  errors?: Fault[]
  current?: TheirDraft
}

const isAnswer = (body: unknown): body is SaveAnswer => typeof body === 'object' && body !== null

/**
 * What the answer to a save means. What does not speak our JSON is not our answer (a proxy's page while the server
 * restarts), and is tried again; so is every 5xx, and what somebody in between thought too much.
 */
export function eventOfAnswer(status: number, body: unknown): AutosaveEvent {
  if (status === 401) return { type: 'signed-out' }
  if (!isAnswer(body) || status >= 500 || status === 408 || status === 429) return { type: 'failed', trouble: 'server' }
  const { version, savedAt, errors, current } = body
  if (status === 200 && version !== undefined && savedAt) return { type: 'saved', version, savedAt }
  if (errors?.some(({ code }) => code === 'taken-over')) return { type: 'taken-over', errors }
  if (current) return { type: 'stale', current }
  return errors?.length ? { type: 'refused', errors } : { type: 'failed', trouble: 'server' }
}
