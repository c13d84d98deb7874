import { AsyncLocalStorage } from 'node:async_hooks'
import type { Pool } from 'pg'
import type { PrismaClient } from '@/generated/prisma/client'
import { localMs } from './clock'

/** A database that a render may read in place of the primary. */
export interface ReadSource {
  client: PrismaClient
  searches: Pool
}

/**
 * What one render tells the page server: which tags it read, until when the page is true, how it answers.
 * Next's bundle and the page server are separate module graphs, so the storage lives on globalThis.
 */
export interface RenderScope {
  tags: Set<string>
  /** epoch ms by this machine's clock after which the page must be rendered again; Infinity when only a change ends it */
  untilMs: number
  status: number | null
  /** whether what was sent could be read, and came to code of ours */
  reached: boolean
  /** what stands in place of the page: the text of a file, word for word */
  file: { type: string; text: string } | null
  /** what was asked already in this render, and answers the same again */
  asked: Map<string, Promise<unknown>>
  /** where it reads; null: the primary */
  source: ReadSource | null
}

const HOME = Symbol.for('broadsheet.render-scope')
const home = globalThis as { [HOME]?: AsyncLocalStorage<RenderScope> }
home[HOME] ??= new AsyncLocalStorage<RenderScope>()
const storage = home[HOME]

/** Runs a render and returns what it told beside its result. Only the page server calls this. */
export async function withRenderScope<Result>(
  render: (scope: RenderScope) => Promise<Result>,
  source: ReadSource | null = null,
): Promise<{ result: Result; scope: RenderScope }> {
  const untilMs = Number.POSITIVE_INFINITY
  const scope: RenderScope = { tags: new Set(), untilMs, status: null, reached: false, file: null, asked: new Map(), source }
  const result = await storage.run(scope, async () => await render(scope))
  return { result, scope }
}

/** A query names what it reads, each time it is asked, also when it answers from memory. */
export function reads(...tags: string[]): void {
  const scope = storage.getStore()
  if (scope) for (const tag of tags) scope.tags.add(tag)
}

/** The page is true only until this instant of the site's clock. */
export function until(instant: Date): void {
  const scope = storage.getStore()
  if (scope) scope.untilMs = Math.min(scope.untilMs, localMs(instant))
}

/**
 * Sets the status of the page being rendered, or of the action being done; false when no page server is there to hear it. 503 is
 * for what is rendered anew each time: it must not become somebody else's page.
 */
export function answer(status: 401 | 403 | 404 | 410 | 503): boolean {
  const scope = storage.getStore()
  if (scope) scope.status = status
  return scope !== undefined
}

/** Code of ours is reached: what fails from here on is its fault, not that of what was sent. */
export function reached(): void {
  const scope = storage.getStore()
  if (scope) scope.reached = true
}

/** In place of the page being rendered its address answers with this text; false when no page server is there to hear it. */
export function answerFile(type: string, text: string): boolean {
  const scope = storage.getStore()
  if (scope) scope.file = { type, text }
  return scope !== undefined
}

/** Where the page being rendered is to be read; null: the primary, as everywhere outside a render. */
export const readSource = (): ReadSource | null => storage.getStore()?.source ?? null

/** Whether this is done for a page. */
export const isRendering = (): boolean => storage.getStore() !== undefined

/** Asks once a render, however many parts of the page want to know; outside a render, each time. */
export async function onceInRender<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
  const asked = storage.getStore()?.asked
  if (!asked) return await ask()
  const known = asked.get(name) as Promise<Value> | undefined
  if (known) return await known
  const asking = ask()
  asked.set(name, asking)
  return await asking
}
