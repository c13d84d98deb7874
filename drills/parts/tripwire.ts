import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { dangersOf } from './dangers'
import { HARNESS, LIVE, TripwireProxy } from './tripwire-proxy'

const ARGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const AT_ONCE = 24
const LOADED_WITHIN_MS = 60_000

/** What looking at pages found. */
export interface Seen {
  pages: number
  /** scripts, dialogs, ways off the page and requests to others, each with where */
  ran: string[]
  dangers: string[]
  /** pages that did not come */
  missing: string[]
}

/** What every page is given. */
interface Reader {
  dangersOf: typeof dangersOf
}

/** Found by `cli/browser.ts`, which names it; without a name Playwright's own. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env.PLAYWRIGHT_CHROMIUM && { executablePath: process.env.PLAYWRIGHT_CHROMIUM }),
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
  })

/** A browser's window in which whatever runs and is not ours is heard of. */
export class Tripwire {
  readonly seen: Seen = { pages: 0, ran: [], dangers: [], missing: [] }

  private constructor(
    readonly proxy: TripwireProxy,
    readonly context: BrowserContext,
    readonly site: string,
  ) {}

  static async open(browser: Browser, site: string, { isBare, cookie = '' }: { isBare: boolean; cookie?: string }) {
    const proxy = await TripwireProxy.open(site, isBare)
    const context = await browser.newContext({ proxy: { server: proxy.url }, locale: 'zh-CN' })
    const tripwire = new Tripwire(proxy, context, site)
    const cookies = cookie.split('; ').filter(Boolean)
    await context.addCookies(
      cookies.map((line) => ({ url: site, name: line.split('=')[0] ?? '', value: line.slice(line.indexOf('=') + 1) })),
    )
    await context.exposeBinding('trip', ({ frame }) => void tripwire.seen.ran.push(`a script at ${frame.url()}`))
    // tsx names the functions it compiles by a helper that a page does not have.
    await context.addInitScript(`globalThis.__name ??= (given) => given; globalThis.dangersOf = ${dangersOf.toString()}`)
    context.on('dialog', async (dialog) => {
      tripwire.seen.ran.push(`${dialog.type()} at ${dialog.page()?.url()}`)
      await dialog.dismiss().catch(() => {})
    })
    return tripwire
  }

  /** Looks at a page on which everything runs; answers how many kinds of it were not heard, and forgets the others. */
  async prove(): Promise<number> {
    await this.look([LIVE])
    await this.visit([LIVE])
    const { ran, dangers } = this.result()
    const script = ran.filter((what) => what.startsWith('a script')).length
    const heard = [script >= 2, ran.some((what) => what.startsWith('alert')), ran.some((what) => what.startsWith('asked'))]
    const read = ['script in', 'onerror', 'href=javascript:', 'svg', 'src elsewhere', 'id in'].map(
      (what) => dangers.filter((danger) => danger.includes(what)).length >= 2,
    )
    for (const lines of [this.seen.ran, this.seen.dangers, this.seen.missing, this.proxy.outside]) lines.length = 0
    this.seen.pages = 0
    return [...heard, ...read].filter((was) => !was).length
  }

  /** What it heard, with what was asked of others. */
  result(): Seen {
    return { ...this.seen, ran: [...this.seen.ran, ...this.proxy.outside.map((url) => `asked ${url}`)] }
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.proxy.close()
  }

  /** Many pages of the site, framed by a page of its own origin. */
  async look(paths: readonly string[]): Promise<void> {
    const page = await this.#newPage()
    const alone: string[] = []
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const some = paths.slice(at, at + AT_ONCE)
      await page.goto(this.site + HARNESS)
      const found = await page.evaluate(lookAtFrames, { paths: some, withinMs: LOADED_WITHIN_MS })
      if (page.url() !== this.site + HARNESS) this.seen.ran.push(`went to ${page.url()} from one of ${some.join(' ')}`)
      this.seen.pages += some.length
      this.#take(found)
      alone.push(...found.notRead)
    }
    await page.close()
    // What lets nobody frame it, an error's plain page, and what left.
    await this.visit(alone)
  }

  /** Pages each by itself, as its reader has it. `until`: what a page shows when it is all there. */
  async visit(paths: readonly string[], until?: string): Promise<void> {
    const page = await this.#newPage()
    for (const path of paths) {
      const answer = await page.goto(this.site + path, { waitUntil: 'load' }).catch(() => null)
      if (until)
        await page
          .locator(until)
          .first()
          .waitFor({ timeout: 20_000 })
          .catch(() => this.seen.missing.push(`${until} of ${path}`))
      const at = new URL(page.url())
      if (at.origin !== this.site) this.seen.ran.push(`went to ${page.url()} from ${path}`)
      if (!answer || answer.status() >= 500) this.seen.missing.push(`${answer?.status() ?? 0} of ${path}`)
      this.seen.pages++
      const dangers = await page.evaluate<string[]>('dangersOf(document)').catch((error: Error) => [`not read: ${error.message}`])
      this.#take({ dangers: dangers.map((danger) => `${path}: ${danger}`), missing: [] })
    }
    await page.close()
  }

  /** The texts in feeds, as whoever reads them makes pages of them. */
  async readFeeds(paths: readonly string[]): Promise<void> {
    const page = await this.#newPage()
    await page.goto(this.site + HARNESS)
    for (const path of paths) {
      const texts = await page.evaluate(textsOfFeed, path)
      if (texts.length === 0) this.seen.missing.push(`texts of ${path}`)
      await this.readTexts(texts, path)
    }
    await page.close()
  }

  /** Texts as they are, each a document of its own that is read and not drawn. */
  async readTexts(texts: readonly string[], where = 'a text'): Promise<void> {
    const page = await this.#newPage()
    await page.goto(this.site + HARNESS)
    const dangers = await page.evaluate(dangersOfTexts, texts)
    this.#take({ dangers: dangers.map((danger) => `${where}: ${danger}`), missing: [] })
    await page.close()
  }

  async #newPage(): Promise<Page> {
    const page = await this.context.newPage()
    page.on('popup', (popup) => void this.seen.ran.push(`opened ${popup.url()} from ${page.url()}`))
    return page
  }

  #take({ dangers, missing }: { dangers: string[]; missing: string[] }): void {
    this.seen.dangers.push(...dangers)
    this.seen.missing.push(...missing)
  }
}

/** In the browser: draws these in frames, lets them run, reads what stands in them. */
async function lookAtFrames({ paths, withinMs }: { paths: string[]; withinMs: number }) {
  const { dangersOf } = globalThis as unknown as Reader
  const frames = paths.map((path) => {
    const frame = document.createElement('iframe')
    frame.src = path
    frame.style.cssText = 'width:1200px;height:900px'
    return frame
  })
  await Promise.all(
    frames.map(
      (frame) =>
        new Promise<unknown>((loaded) => {
          frame.onload = loaded
          setTimeout(loaded, withinMs)
          document.body.append(frame)
        }),
    ),
  )
  // Pictures that failed, what begins with an animation, with focus, with being seen.
  for (let turns = 0; turns < 3; turns++) await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 20)))
  const found = { dangers: [] as string[], missing: [] as string[], notRead: [] as string[] }
  for (const [index, frame] of frames.entries()) {
    const path = paths[index] ?? ''
    const drawn = frame.contentDocument
    if (!drawn || drawn.location.origin !== location.origin) found.notRead.push(path)
    else if (drawn.contentType.startsWith('text/html') && !drawn.querySelector('h1, h2'))
      found.missing.push(`a heading of ${path}`)
    else found.dangers.push(...dangersOf(drawn).map((danger) => `${path}: ${danger}`))
  }
  return found
}

/** In the browser: every text of a feed that is HTML; none where the feed cannot be read. */
async function textsOfFeed(path: string): Promise<string[]> {
  const answer = await fetch(path)
  if (path.includes('.json')) {
    const { items } = (await answer.json()) as { items: { content_html?: string }[] }
    return items.map(({ content_html = '' }) => content_html)
  }
  const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml')
  if (feed.querySelector('parsererror')) return []
  // In Atom HTML says so, in RSS it is what a description is to its readers.
  const html = (node: Element) => node.getAttribute('type') === 'html' || /^(?:description|content:encoded)$/.test(node.nodeName)
  return [...feed.querySelectorAll('*')].filter(html).map((node) => node.textContent ?? '')
}

function dangersOfTexts(texts: readonly string[]): string[] {
  const { dangersOf } = globalThis as unknown as Reader
  return texts.flatMap((text) => {
    const made = new DOMParser().parseFromString(text, 'text/html')
    made.body.className = 'body'
    return dangersOf(made)
  })
}
