import inject from 'light-my-request'
import { renderedBy } from '@/newsroom/addresses'
import { type ReadSource, withRenderScope } from '@/server/render-scope'

type NextHandler = (req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void>

/** What Next answered for one address, and what the render told beside it. */
export interface Rendered {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** a file's own bytes, whatever its type: not a page of ours */
  isFile?: boolean
  tags: string[]
  untilMs: number
  /** Next answered from a cache of its own: nothing was read, so no change would ever reach the page */
  fromNextCache: boolean
}

/** Renders an address; `source`: where it reads, the primary unless told. */
export type Render = (key: string, source?: ReadSource | null) => Promise<Rendered>

/** What of Next's headers belongs to the answer; all others (cookies, preloads of scripts, caching) are the page server's to decide. */
const PASSED_ON = ['content-type', 'location', 'content-disposition', 'x-robots-tag']
/** WebSub's hub and self links of feeds; on HTML this header would preload the framework. */
const PASSED_ON_OFF_HTML = ['link', 'access-control-allow-origin']

/**
 * Renders addresses through Next. The render sees the address and nothing else: no cookie, no header of a visitor. Its host comes
 * from SITE_URL, and the user agent only says that metadata belongs in the head (htmlLimitedBots).
 */
export function createRenderer(handler: NextHandler, siteUrl: string): Render {
  const { host, protocol } = new URL(siteUrl)
  const headers = { host, accept: 'text/html', 'user-agent': 'Broadsheet', 'x-forwarded-proto': protocol.slice(0, -1) }
  return async (key, source = null) => {
    const { result, scope } = await withRenderScope(async () => {
      return await inject((req, res) => void handler(req, res).catch((error: Error) => res.destroy(error)), {
        method: 'GET',
        url: renderedBy(key),
        headers,
      })
    }, source)
    const told = { tags: [...scope.tags], untilMs: scope.untilMs, fromNextCache: result.headers['x-nextjs-cache'] !== undefined }
    if (scope.file && result.statusCode === 200) {
      const { type, text: body } = scope.file
      return { status: 200, headers: { 'content-type': type }, body: Buffer.from(body), isFile: true, ...told }
    }
    const type = text(result.headers['content-type'])
    const passed = type.startsWith('text/html') ? PASSED_ON : [...PASSED_ON, ...PASSED_ON_OFF_HTML]
    const kept = passed.flatMap((name) => (result.headers[name] === undefined ? [] : [[name, text(result.headers[name])]]))
    return {
      status: scope.status ?? result.statusCode,
      headers: Object.fromEntries(kept),
      body: result.rawPayload,
      ...told,
    }
  }
}

const text = (value: string | string[] | number | undefined) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))
