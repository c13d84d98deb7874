import { AsyncLocalStorage } from 'node:async_hooks'

/** What everything done for one request may know of it. */
export interface RequestScope {
  /** stands in the answer and in every log line written meanwhile */
  id: string
}

const HOME = Symbol.for('broadsheet.request-scope')
const home = globalThis as { [HOME]?: AsyncLocalStorage<RequestScope> }
home[HOME] ??= new AsyncLocalStorage<RequestScope>()
const storage = home[HOME]

/** Does something for a request: the page server, for what no kept page answers. */
export const inRequest = <Result>(scope: RequestScope, work: () => Result): Result => storage.run(scope, work)

/** The request this is done for; undefined where it is done for none, as jobs are. */
export const requestId = (): string | undefined => storage.getStore()?.id
