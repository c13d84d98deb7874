import { z } from 'zod'
import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'

/** What came back. */
export interface PushAnswer {
  status: number
  text: string
  /** how long it asks to be left alone */
  retryAfterMs: number | null
}

/** What an answer means for what was sent. */
export type Verdict =
  /** taken; `refused`: all but these addresses; `remain`: how many more today */
  | { kind: 'done'; refused?: string[]; remain?: number }
  /** never to be taken, sent again or not */
  | { kind: 'refused' }
  /** to be sent again, after this long where it is known; `alone`: what waits behind it need not wait for it */
  | { kind: 'later'; waitMs: number | null; remain?: number; alone?: boolean }

const later = ({ retryAfterMs }: PushAnswer) => ({ kind: 'later' as const, waitMs: retryAfterMs })
const isTaken = (status: number) => status >= 200 && status < 300

/** 200, and 202 while the key is being looked at; 403: the key is not found yet. */
export function indexNowVerdict(answer: PushAnswer): Verdict {
  if (isTaken(answer.status)) return { kind: 'done' }
  return answer.status === 400 || answer.status === 422 ? { kind: 'refused' } : later(answer)
}

export function webSubVerdict(answer: PushAnswer): Verdict {
  if (isTaken(answer.status)) return { kind: 'done' }
  return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? { kind: 'refused' } : later(answer)
}

const BAIDU_ZONE = 'Asia/Shanghai'
/** The day a quota counts for. */
export const quotaDay = (at: Date): string => calendarDay(at, BAIDU_ZONE)
const taken = z.object({
  success: z.number().int().optional(),
  remain: z.number().int(),
  not_same_site: z.array(z.string()).default([]),
  not_valid: z.array(z.string()).default([]),
})
const failed = z.object({ error: z.number(), message: z.string() })

/** `{remain, success, not_same_site[], not_valid[]}` or `{error, message}`; the quota is a day's, and the day Beijing's. */
export function baiduVerdict(answer: PushAnswer, now: Date): Verdict {
  const json = parse(answer.text)
  const good = taken.safeParse(json)
  if (isTaken(answer.status) && good.success) {
    const { remain, not_same_site, not_valid } = good.data
    return { kind: 'done', remain, refused: [...not_same_site, ...not_valid] }
  }
  const { message } = failed.safeParse(json).data ?? { message: '' }
  if (message === 'over quota') {
    const tomorrow = startOfPeriod(nextPeriod(quotaDay(now)), BAIDU_ZONE)
    return { kind: 'later', waitMs: tomorrow.getTime() - now.getTime(), remain: 0 }
  }
  return message === 'site error' || message === 'empty content' ? { kind: 'refused' } : later(answer)
}

const NOT_THIS_ONE = new Set([400, 409, 413, 415, 422])

/** Whatever is no success may be mended at the other end, but for 410: nobody listens there any more. */
export function webhookVerdict(answer: PushAnswer): Verdict {
  if (isTaken(answer.status)) return { kind: 'done' }
  if (answer.status === 410) return { kind: 'refused' }
  return NOT_THIS_ONE.has(answer.status) ? { ...later(answer), alone: true } : later(answer)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
