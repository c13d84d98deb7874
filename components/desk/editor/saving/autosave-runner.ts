import { type Autosave, type AutosaveEvent, type AutosavePhase, autosave, isUnsaved, untilDueMs } from '@/newsroom/desk/autosave'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { LocalCopy } from '@/newsroom/desk/local-copy'
import type { LocalStore } from './local-store'

/** The browser's copy lags the keys by this much at most. */
const KEEP_AFTER_MS = 300

interface Ports {
  /** one save, `isLast` when the page goes with it; answers what came of it, and never throws */
  send(content: DraftContent, baseVersion: number, isLast: boolean): Promise<AutosaveEvent>
  store: LocalStore
}

export interface AutosaveView extends Autosave {
  /** whether this browser holds what the server lacks, but for the letters of this very moment */
  isKept: boolean
}

/** Phases that go on by themselves, or are done; the rest wait for a person, a network or a server. */
const IS_MOVING: ReadonlySet<AutosavePhase> = new Set(['dirty', 'saving'])

/** Runs the machine of newsroom/desk/autosave: timers, one request at a time, the copy in this browser. */
export function runAutosave(articleId: string, opening: Autosave, { send, store }: Ports) {
  let view: AutosaveView = { ...opening, isKept: false }
  let timer: { phase: AutosavePhase; failures: number; id: ReturnType<typeof setTimeout> } | null = null
  let keeping: ReturnType<typeof setTimeout> | null = null
  let flushes: ((isSaved: boolean) => void)[] = []
  let isLeaving = false
  const listeners = new Set<() => void>()

  function show(next: AutosaveView) {
    view = next
    for (const listener of listeners) listener()
  }

  function dispatch(event: AutosaveEvent) {
    const before = view
    const next = autosave(before, event)
    if (next === before) return
    show({ ...next, isKept: isUnsaved(next) && before.isKept })
    if (next.sending && next.sending !== before.sending) void send(next.sending, next.version, isLeaving).then(dispatch)
    setTimer()
    keepOrForget(before)
    if (!IS_MOVING.has(next.phase)) finishFlushes(next.phase === 'clean')
    else if (next.phase === 'dirty' && flushes.length > 0) dispatch({ type: 'due' })
  }

  function setTimer() {
    const { phase, failures } = view
    if (timer?.phase === phase && timer.failures === failures) return
    if (timer) clearTimeout(timer.id)
    const wait = untilDueMs(view)
    timer = wait === null ? null : { phase, failures, id: setTimeout(() => dispatch({ type: 'due' }), wait) }
  }

  function keepOrForget(before: Autosave) {
    if (!isUnsaved(view)) {
      if (keeping) clearTimeout(keeping)
      keeping = null
      if (isUnsaved(before)) void store.forget(articleId)
      return
    }
    keeping ??= setTimeout(() => void keep(), KEEP_AFTER_MS)
  }

  async function keep() {
    keeping = null
    const isKept = await store.keep(copyOf(articleId, view))
    if (isUnsaved(view)) show({ ...view, isKept })
  }

  function finishFlushes(isSaved: boolean) {
    const finished = flushes
    flushes = []
    for (const finish of finished) finish(isSaved)
  }

  return {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dispatch,
    change: (content: DraftContent) => dispatch({ type: 'changed', content }),
    /** Saves at once; true: the server has everything. */
    flush(): Promise<boolean> {
      dispatch({ type: 'due' })
      if (!IS_MOVING.has(view.phase)) return Promise.resolve(view.phase === 'clean')
      return new Promise((resolve) => flushes.push(resolve))
    },
    /** The page goes out of sight, or away: what is not saved is sent and kept, with whatever still works then. */
    leave(isLast: boolean) {
      if (!isUnsaved(view)) return
      isLeaving = isLast
      dispatch({ type: 'due' })
      isLeaving = false
      store.keepAtOnce(copyOf(articleId, view))
    },
    stop() {
      if (timer) clearTimeout(timer.id)
      if (keeping) clearTimeout(keeping)
      timer = keeping = null
    },
  }
}

function copyOf(articleId: string, { version, saved, content, sending, unsure }: Autosave): LocalCopy {
  const sent = sending ? [...unsure, sending] : unsure
  return { articleId, baseVersion: version, base: saved, content, sent, changedAt: new Date().toISOString() }
}
