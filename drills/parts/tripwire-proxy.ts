import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An address of the site that only the proxy knows: an empty page of the site's own origin, which may frame its pages. */
export const HARNESS = '/.tripwire'
/** One on which scripts run: what is not heard there would not be heard anywhere. */
export const LIVE = `${HARNESS}/live`
/** What Chromium asks its maker of forms and words, whatever page it shows; no attack names it. */
const BROWSERS_OWN = /\.(?:googleapis|google)\.com:443$/
/** What keeps a script from running although it stands in a page. */
const POLICIES = ['content-security-policy', 'content-security-policy-report-only', 'x-frame-options']

const LIVE_PAGE = `<!doctype html><title>tripwire</title><h1>tripwire</h1><div class="body"><script>trip(1)</script>
<img src="/.tripwire/none" onerror="alert(1)"><img src="http://trap.example/a.png"><a href="javascript:trip(1)">x</a>
<svg></svg><p id="location">x</p></div>`

/** Everything a browser asks goes through it: what it asks of anybody but the site is told, and answered by a script that trips. */
export class TripwireProxy {
  /** addresses that were asked of others */
  readonly outside: string[] = []
  readonly #server: Server
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 })

  private constructor(
    server: Server,
    readonly site: URL,
    readonly isBare: boolean,
  ) {
    this.#server = server
  }

  /** `isBare`: the site's content security policy is taken away, so that nothing but what stands in a page is tried. */
  static async open(site: string, isBare: boolean): Promise<TripwireProxy> {
    const server = createServer()
    const proxy = new TripwireProxy(server, new URL(site), isBare)
    server.on('request', (asked, answer) => proxy.#pass(asked, answer))
    server.on('connect', (asked, socket) => {
      if (!BROWSERS_OWN.test(asked.url ?? '')) proxy.outside.push(asked.url ?? '')
      socket.on('error', () => {})
      socket.end('HTTP/1.1 502 Nobody\r\n\r\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#agent.destroy()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const target = URL.parse(asked.url ?? '')
    if (target?.host !== this.site.host) {
      this.outside.push(asked.url ?? '')
      answer.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end('trip("asked")')
      return
    }
    if (target.pathname === HARNESS || target.pathname === LIVE) {
      const html = target.pathname === LIVE ? LIVE_PAGE : '<!doctype html><title>tripwire</title>'
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
      return
    }
    const { hostname, port } = this.site
    const { 'proxy-connection': _, ...headers } = asked.headers
    const options = { agent: this.#agent, hostname, port, path: target.pathname + target.search, method: asked.method, headers }
    const passed = request(options, (back) => {
      const told = Object.entries(back.headers).filter(([name]) => !(this.isBare && POLICIES.includes(name)))
      answer.writeHead(back.statusCode ?? 502, Object.fromEntries(told))
      back.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  }
}
