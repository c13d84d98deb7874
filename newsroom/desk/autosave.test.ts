import { describe, expect, it } from 'vitest'
import { type Autosave, type AutosaveEvent, autosave, openAutosave, type TheirDraft, untilDueMs } from './autosave'
import { type DraftContent, EMPTY_DRAFT } from './draft'

const text = (bodyHtml: string, more: Partial<DraftContent> = {}): DraftContent => ({ ...EMPTY_DRAFT, bodyHtml, ...more })
const AT = '2026-11-24T02:00:00.000Z'
const opened = openAutosave(3, text('a'), AT)
const played = (events: AutosaveEvent[], start: Autosave = opened) => events.reduce(autosave, start)

const change = (body: string, more?: Partial<DraftContent>): AutosaveEvent => ({ type: 'changed', content: text(body, more) })
const due: AutosaveEvent = { type: 'due' }
const saved = (version: number): AutosaveEvent => ({ type: 'saved', version, savedAt: AT })
const lost: AutosaveEvent = { type: 'failed', trouble: 'network' }
const theirs = (version: number, content: DraftContent): TheirDraft => ({
  version,
  content,
  savedByName: '张三',
  savedAt: AT,
  own: false,
})
const stale = (version: number, content: DraftContent): AutosaveEvent => ({ type: 'stale', current: theirs(version, content) })

describe('one save after another', () => {
  it.each<[string, AutosaveEvent[], Partial<Autosave>]>([
    ['nothing written', [], { phase: 'clean', version: 3 }],
    ['a letter', [change('ab')], { phase: 'dirty', sending: null }],
    ['a letter and its undoing', [change('ab'), change('a')], { phase: 'clean' }],
    ['only spaces that are not stored', [change('a', { headline: ' ' })], { phase: 'clean' }],
    ['time to save', [change('ab'), due], { phase: 'saving', sending: text('ab') }],
    ['a second time to save is none', [change('ab'), due, change('abc'), due], { phase: 'saving', sending: text('ab') }],
    ['saved', [change('ab'), due, saved(4)], { phase: 'clean', version: 4, saved: text('ab'), sending: null }],
    ['written on meanwhile', [change('ab'), due, change('abc'), saved(4)], { phase: 'dirty', version: 4, saved: text('ab') }],
    ['an answer to nothing', [saved(9)], { phase: 'clean', version: 3 }],
    [
      'replaced',
      [change('ab'), { type: 'replaced', version: 8, content: text('x'), savedAt: AT }],
      { phase: 'clean', version: 8 },
    ],
  ])('%s', (_, events, expected) => {
    expect(played(events)).toMatchObject(expected)
  })

  it('waits less than two seconds', () => {
    expect(untilDueMs(played([change('ab')]))).toBeLessThanOrEqual(2_000)
    expect(untilDueMs(played([change('ab'), due]))).toBeNull()
  })
})

describe('without an answer', () => {
  it('tries again, slower every time, half a minute at most', () => {
    let state = played([change('ab')])
    const waits = Array.from({ length: 8 }, () => {
      state = played([due, lost], state)
      return untilDueMs(state)
    })
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  })

  it.each<[string, AutosaveEvent[], Partial<Autosave>]>([
    ['what is written meanwhile goes with the next try', [change('ab'), due, lost, change('abc'), due], { sending: text('abc') }],
    ['what was undone meanwhile is sent all the same', [change('ab'), due, lost, change('a')], { phase: 'retrying' }],
    [
      'the lost save had arrived: it is ours, no conflict',
      [change('ab'), due, lost, change('abc'), due, stale(4, text('ab'))],
      { phase: 'dirty', version: 4, saved: text('ab'), content: text('abc'), theirs: null },
    ],
    ['the repeated save had arrived', [change('ab'), due, lost, due, stale(4, text('ab'))], { phase: 'clean', version: 4 }],
    [
      'the server knows its own answer that got lost, whatever it made of the text',
      [change('<p>ab</p>'), due, lost, due, { type: 'stale', current: { ...theirs(4, text('ab')), own: true } }],
      { phase: 'dirty', version: 4, content: text('<p>ab</p>') },
    ],
    [
      'success forgets the trouble',
      [change('ab'), due, lost, due, saved(4)],
      { phase: 'clean', failures: 0, trouble: null, unsure: [] },
    ],
  ])('%s', (_, events, expected) => {
    expect(played(events)).toMatchObject(expected)
  })

  it('remembers only the last unanswered saves', () => {
    const events = Array.from({ length: 20 }, (_, index) => [change(`b${index}`), due, lost]).flat()
    expect(played(events).unsure).toHaveLength(8)
  })
})

describe('somebody else', () => {
  it.each<[string, AutosaveEvent[], Partial<Autosave>]>([
    [
      'saved another text: a person chooses',
      [change('ab'), due, stale(5, text('x'))],
      { phase: 'conflict', version: 3, content: text('ab'), theirs: theirs(5, text('x')) },
    ],
    [
      'nothing is sent while a person chooses',
      [change('ab'), due, stale(5, text('x')), due],
      { phase: 'conflict', sending: null },
    ],
    [
      'mine is chosen: it is built on theirs',
      [change('ab'), due, stale(5, text('x')), { type: 'mine-chosen' }],
      { phase: 'dirty', version: 5, saved: text('x'), content: text('ab'), theirs: null },
    ],
    ['moved the version, not the text', [change('ab'), due, stale(9, text('a'))], { phase: 'dirty', version: 9 }],
    [
      'set a tag: mine with their tag',
      [change('ab'), due, stale(4, text('a', { tagIds: [7] }))],
      { phase: 'dirty', version: 4, content: text('ab', { tagIds: [7] }) },
    ],
    [
      'set a tag where I set another',
      [change('ab', { tagIds: [8] }), due, stale(4, text('a', { tagIds: [7] }))],
      { phase: 'conflict' },
    ],
    [
      'took over',
      [change('ab'), due, { type: 'taken-over', errors: [{ code: 'taken-over' }] }],
      { phase: 'taken-over', content: text('ab') },
    ],
  ])('%s', (_, events, expected) => {
    expect(played(events)).toMatchObject(expected)
  })
})

describe('when the server says no', () => {
  const refusal: AutosaveEvent = { type: 'refused', errors: [{ code: 'denied.state' }] }
  it.each<[string, AutosaveEvent[], Partial<Autosave>]>([
    ['a session that ended waits for a sign-in', [change('ab'), due, { type: 'signed-out' }], { phase: 'signed-out' }],
    [
      'and goes on with what was written meanwhile',
      [change('ab'), due, { type: 'signed-out' }, change('abc'), due],
      { sending: text('abc') },
    ],
    ['a refusal is told', [change('ab'), due, refusal], { phase: 'refused', errors: [{ code: 'denied.state' }] }],
    ['the next change is tried', [change('ab'), due, refusal, change('abc')], { phase: 'dirty', errors: [] }],
  ])('%s', (_, events, expected) => {
    expect(played(events)).toMatchObject(expected)
  })
})
