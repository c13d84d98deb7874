import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AutosaveEvent, openAutosave } from '@/newsroom/desk/autosave'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { LocalCopy } from '@/newsroom/desk/local-copy'
import { runAutosave } from './autosave-runner'

const text = (bodyHtml: string): DraftContent => ({ ...EMPTY_DRAFT, bodyHtml })
const AT = '2026-11-24T02:00:00.000Z'

/** A server whose answers are given by hand, and a browser's store in memory. */
function start() {
  const requests: { body: string; baseVersion: number; isLast: boolean; answer(event: AutosaveEvent): Promise<void> }[] = []
  const kept: { copy: LocalCopy | null } = { copy: null }
  const runner = runAutosave('0123456789', openAutosave(1, text(''), null), {
    send: (content, baseVersion, isLast) =>
      new Promise((resolve) => {
        const answer = async (event: AutosaveEvent) => {
          resolve(event)
          await vi.advanceTimersByTimeAsync(0)
        }
        requests.push({ body: content.bodyHtml, baseVersion, isLast, answer })
      }),
    store: {
      keep: async (copy) => {
        kept.copy = copy
        return true
      },
      keepAtOnce: (copy) => {
        kept.copy = copy
      },
      forget: async () => {
        kept.copy = null
      },
      find: async () => kept.copy,
      findUnborn: async () => [],
    },
  })
  return { runner, requests, kept, sent: () => requests.map(({ body, baseVersion }) => `${body} on ${baseVersion}`) }
}

const saved = (version: number): AutosaveEvent => ({ type: 'saved', version, savedAt: AT })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the runner', () => {
  it('sends within two seconds of the first letter, however long somebody goes on typing', async () => {
    const { runner, sent } = start()
    for (const body of ['a', 'ab', 'abc', 'abcd']) {
      runner.change(text(body))
      await vi.advanceTimersByTimeAsync(490)
    }
    expect(sent()).toEqual(['abcd on 1'])
  })

  it('has one save under way, and sends what was written meanwhile on top of its answer', async () => {
    const { runner, requests, sent } = start()
    runner.change(text('a'))
    await vi.advanceTimersByTimeAsync(2_000)
    runner.change(text('ab'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent()).toEqual(['a on 1'])
    await requests[0]?.answer(saved(2))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent()).toEqual(['a on 1', 'ab on 2'])
  })

  it('keeps a copy in the browser until the server has it all', async () => {
    const { runner, requests, kept } = start()
    runner.change(text('a'))
    await vi.advanceTimersByTimeAsync(300)
    expect(kept.copy).toMatchObject({ baseVersion: 1, content: text('a') })
    expect(runner.view().isKept).toBe(true)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(kept.copy).toMatchObject({ sent: [text('a')] })
    await requests[0]?.answer(saved(2))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kept.copy).toBeNull()
  })

  it('does not call what is kept unkept for the letters of a moment', async () => {
    const { runner, requests } = start()
    runner.change(text('a'))
    await vi.advanceTimersByTimeAsync(1_500)
    await requests[0]?.answer({ type: 'failed', trouble: 'network' })
    const said: boolean[] = []
    runner.subscribe(() => said.push(runner.view().isKept))
    for (const body of ['ab', 'abc']) {
      runner.change(text(body))
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(said).not.toContain(false)
  })

  it('keeps trying while nobody answers', async () => {
    const { runner, requests, sent } = start()
    runner.change(text('a'))
    await vi.advanceTimersByTimeAsync(1_500)
    await requests[0]?.answer({ type: 'failed', trouble: 'network' })
    await vi.advanceTimersByTimeAsync(1_000)
    await requests[1]?.answer({ type: 'failed', trouble: 'server' })
    runner.change(text('ab'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent()).toEqual(['a on 1', 'a on 1', 'ab on 1'])
  })

  it('flushes: everything is saved, what was written meanwhile too', async () => {
    const { runner, requests, sent } = start()
    runner.change(text('a'))
    const flushed = runner.flush()
    runner.change(text('ab'))
    await requests[0]?.answer(saved(2))
    await requests[1]?.answer(saved(3))
    expect(await flushed).toBe(true)
    expect(sent()).toEqual(['a on 1', 'ab on 2'])
  })

  it('says that a flush came to nothing', async () => {
    const { runner, requests } = start()
    runner.change(text('a'))
    const flushed = runner.flush()
    await requests[0]?.answer({ type: 'signed-out' })
    expect(await flushed).toBe(false)
    expect(await start().runner.flush()).toBe(true)
  })

  it('sends and keeps at once when the page goes away', async () => {
    const { runner, requests, kept, sent } = start()
    runner.change(text('a'))
    runner.leave(true)
    expect(kept.copy).toMatchObject({ content: text('a'), sent: [text('a')] })
    expect(sent()).toEqual(['a on 1'])
    expect(requests[0]?.isLast).toBe(true)
  })
})
