import type { DraftContent } from './draft'
import type { Fault } from './outcome'
import { sameDraft, withTheirLabels } from './same-draft'

/** Nobody waits longer than this for a save to set out, plus the way. */
const SAVE_AFTER_MS = 1_500
const LONGEST_WAIT_MS = 30_000
/** Unanswered saves remembered; should an older one have arrived, a person looks at both texts. */
const MOST_UNSURE = 8

/** What the server holds, when it is not what a save was built on. */
export interface TheirDraft {
  version: number
  content: DraftContent
  savedByName: string
  savedAt: string
  /** saved from this very tab: its answer was lost */
  own: boolean
}

/**
 * - clean: the server has it · dirty: will be sent in a moment · saving: on its way
 * - retrying: could not be sent, will be again · signed-out: waits for a sign-in
 * - conflict: the server has another text, a person chooses · taken-over: somebody else edits now
 * - refused: the server does not take it as it is (see errors); the next change is tried
 */
export type AutosavePhase = 'clean' | 'dirty' | 'saving' | 'retrying' | 'signed-out' | 'conflict' | 'taken-over' | 'refused'

/** Saving what is written: one tab, one save under way at a time, each built on the version the last answer named. */
export interface Autosave {
  phase: AutosavePhase
  /** what the next save names as its base; 0: the server has nothing yet */
  version: number
  content: DraftContent
  /** as the server has it, as far as we know */
  saved: DraftContent
  savedAt: string | null
  sending: DraftContent | null
  /** sent, with no answer: the server may have them or not */
  unsure: readonly DraftContent[]
  failures: number
  /** why the last try failed: no connection, or a server in trouble */
  trouble: 'network' | 'server' | null
  theirs: TheirDraft | null
  errors: readonly Fault[]
}

export type AutosaveEvent =
  | { type: 'changed'; content: DraftContent }
  | { type: 'due' }
  | { type: 'saved'; version: number; savedAt: string }
  | { type: 'stale'; current: TheirDraft }
  | { type: 'failed'; trouble: 'network' | 'server' }
  | { type: 'refused'; errors: readonly Fault[] }
  | { type: 'signed-out' }
  | { type: 'taken-over'; errors: readonly Fault[] }
  /** in a conflict: mine is saved on top of theirs */
  | { type: 'mine-chosen' }
  /** the text is another one now: theirs was chosen, a revision restored, the page looked again */
  | { type: 'replaced'; version: number; content: DraftContent; savedAt: string | null }

export function openAutosave(version: number, content: DraftContent, savedAt: string | null): Autosave {
  return {
    phase: 'clean',
    version,
    content,
    saved: content,
    savedAt,
    sending: null,
    unsure: [],
    failures: 0,
    trouble: null,
    theirs: null,
    errors: [],
  }
}

/** How long until the next try; null: nothing to be tried by itself. Doubles from a second, so that a restart is no stampede. */
export function untilDueMs({ phase, failures }: Autosave): number | null {
  if (phase === 'dirty') return SAVE_AFTER_MS
  if (phase === 'retrying') return Math.min(1_000 * 2 ** (failures - 1), LONGEST_WAIT_MS)
  return null
}

/** Whether the server lacks something of the text. */
export const isUnsaved = ({ phase }: Autosave): boolean => phase !== 'clean'

export function autosave(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case 'changed':
      return changed(state, event.content)
    case 'due':
      return due(state)
    case 'saved':
      return saved(state, event.version, event.savedAt)
    case 'stale':
      return stale(state, event.current)
    case 'failed':
      return failed(state, event.trouble)
    case 'refused':
      return { ...settled(state), phase: 'refused', errors: event.errors }
    case 'signed-out':
      return { ...settled(state), phase: 'signed-out' }
    case 'taken-over':
      return { ...settled(state), phase: 'taken-over', errors: event.errors }
    case 'mine-chosen':
      return state.theirs ? { ...state, phase: 'dirty', ...builtOn(state.theirs), theirs: null } : state
    case 'replaced':
      return openAutosave(event.version, event.content, event.savedAt)
  }
}

const CAN_BE_SENT: ReadonlySet<AutosavePhase> = new Set(['dirty', 'retrying', 'signed-out', 'refused', 'taken-over'])

const builtOn = ({ version, content, savedAt }: TheirDraft) => ({ version, saved: content, savedAt })
/** No longer under way, by an answer that left the server's text as it was. */
const settled = (state: Autosave): Autosave => ({ ...state, sending: null, trouble: null, failures: 0, errors: [] })
const restated = (state: Autosave): Autosave => ({ ...state, phase: sameDraft(state.content, state.saved) ? 'clean' : 'dirty' })

function changed(state: Autosave, content: DraftContent): Autosave {
  const next = { ...state, content }
  switch (state.phase) {
    case 'clean':
    case 'dirty':
    case 'refused':
      return { ...restated(next), errors: [] }
    case 'retrying':
      // What was sent may have arrived: even the old text is unsaved until the server says so.
      return next
    default:
      return next
  }
}

function due(state: Autosave): Autosave {
  return CAN_BE_SENT.has(state.phase) ? { ...state, phase: 'saving', sending: state.content } : state
}

function saved(state: Autosave, version: number, savedAt: string): Autosave {
  if (!state.sending) return state
  return restated({ ...settled(state), version, savedAt, saved: state.sending, unsure: [] })
}

function stale(state: Autosave, current: TheirDraft): Autosave {
  const next = { ...settled(state), unsure: [] }
  const ours = [state.saved, ...state.unsure, ...(state.sending ? [state.sending] : [])]
  if (current.own || ours.some((sent) => sameDraft(sent, current.content))) return restated({ ...next, ...builtOn(current) })
  const merged = withTheirLabels(state.saved, state.content, current.content)
  if (merged) return restated({ ...next, ...builtOn(current), content: merged })
  return { ...next, phase: 'conflict', theirs: current }
}

function failed(state: Autosave, trouble: 'network' | 'server'): Autosave {
  const unsure = [...state.unsure.filter((sent) => sent !== state.sending), ...(state.sending ? [state.sending] : [])].slice(
    -MOST_UNSURE,
  )
  return { ...state, phase: 'retrying', sending: null, unsure, trouble, failures: state.failures + 1 }
}
