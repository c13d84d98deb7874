import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Stands for Next while a test calls pages, routes and actions as Next would: each in a request of its own. A reader's page that asks
 * who asks has no request, and throws.
 */
const requests = new AsyncLocalStorage<Headers>()

export const asked = <Result>(headers: Headers, work: () => Promise<Result>): Promise<Result> => requests.run(headers, work)

/** What Next throws to leave a page. */
export class Left extends Error {
  constructor(
    readonly to: 'redirect' | 'forbidden' | 'not-found',
    readonly address = '',
  ) {
    super(`left: ${to} ${address}`)
  }
}

function current(): Headers {
  const headers = requests.getStore()
  if (!headers) throw new Error('what is everybody’s asked who asks')
  return headers
}

function cookiesOf(headers: Headers) {
  const text = headers.get('cookie') ?? ''
  const pairs = new Map(text.split(/;\s*/).map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]))
  return {
    get: (name: string) => (pairs.has(name) ? { name, value: pairs.get(name) } : undefined),
    set: () => {},
    toString: () => text,
  }
}

export const nextHeaders = { headers: async () => current(), cookies: async () => cookiesOf(current()) }
export const nextCache = { revalidatePath: () => {}, revalidateTag: () => {} }
export const nextNavigation = {
  redirect: (address: string) => {
    throw new Left('redirect', address)
  },
  permanentRedirect: (address: string) => {
    throw new Left('redirect', address)
  },
  forbidden: () => {
    throw new Left('forbidden')
  },
  notFound: () => {
    throw new Left('not-found')
  },
  useRouter: () => ({}),
  usePathname: () => '',
  useSearchParams: () => new URLSearchParams(),
}
