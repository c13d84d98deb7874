import type { AutosaveEvent } from '@/newsroom/desk/autosave'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { EditorArticle } from '@/newsroom/desk/editor-article'
import { eventOfAnswer } from './answer-event'

/** Longer than any save takes; then it is tried again. */
const TIMEOUT_MS = 20_000
/** What a browser sends after its page is gone: 64 kB in all. */
const MOST_AFTER_CLOSING = 60_000

const addressOf = (articleId: string, what: string) => `/admin/articles/${articleId}/${what}`

/** JSON to a route of the desk. A redirect is a proxy's way to say signed out. */
function sendJson(method: 'PUT' | 'POST', address: string, value: object): Promise<Response> {
  const body = JSON.stringify(value)
  return fetch(address, {
    method,
    body,
    headers: { 'content-type': 'application/json' },
    redirect: 'manual',
    keepalive: body.length < MOST_AFTER_CLOSING && new Blob([body]).size < MOST_AFTER_CLOSING,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
}

const jsonOf = async (answer: Response): Promise<unknown> => await answer.json().catch(() => null)

export interface Save {
  articleId: string
  clientId: string
  baseVersion: number
  content: DraftContent
  /** the page goes with it: this tab edits no more */
  isLast: boolean
}

/** Sends a save, and says what came of it; `onSaved` gets the whole answer of one that succeeded. */
export async function putDraft({ articleId, ...save }: Save, onSaved: (answer: unknown) => void): Promise<AutosaveEvent> {
  try {
    const answer = await sendJson('PUT', addressOf(articleId, 'draft'), save)
    if (answer.type === 'opaqueredirect') return { type: 'signed-out' }
    const body = await jsonOf(answer)
    const event = eventOfAnswer(answer.status, body)
    if (event.type === 'saved') onSaved(body)
    return event
  } catch {
    return { type: 'failed', trouble: navigator.onLine ? 'server' : 'network' }
  }
}

/** How an article stands; null: it could not be asked. */
export async function getArticle(articleId: string): Promise<EditorArticle | null> {
  try {
    const answer = await fetch(addressOf(articleId, 'draft'), { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
    return answer.ok ? ((await answer.json()) as EditorArticle) : null
  } catch {
    return null
  }
}

/** Keeps a text beside the draft, as a revision; true: it is kept. */
export async function postAside(articleId: string, content: DraftContent): Promise<boolean> {
  try {
    return (await sendJson('POST', addressOf(articleId, 'aside'), { content })).ok
  } catch {
    return false
  }
}
