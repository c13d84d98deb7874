import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ADMINISTRATOR } from './site'

/** Longer than the site may take for anything. */
const PATIENCE_MS = 15_000

/** What became of something that was sent: `unknown`: no answer came, it may have been done or not. */
export type Answer =
  | { kind: 'ok'; value: Record<string, unknown> }
  | { kind: 'refused'; status: number; codes: string[]; value: Record<string, unknown> }
  | { kind: 'unknown' }

/** Somebody at the desk, over HTTP as their browser sends it. */
export class Desk {
  /** By the name the page's component gets them by: the same for every page of a build. */
  readonly #actions: Map<string, string>
  /** of the tab */
  readonly clientId = `drill-${newId()}`

  private constructor(
    readonly site: string,
    readonly cookie: string,
    actions = new Map<string, string>(),
  ) {
    this.#actions = actions
  }

  static async signIn(site: string, who: { email: string; password: string } = ADMINISTRATOR): Promise<Desk> {
    const send = () =>
      fetch(`${site}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: site },
        body: JSON.stringify({ email: who.email, password: who.password }),
      })
    let answer = await send()
    // Told to come again, they do.
    for (let tries = 0; answer.status === 503 && tries < 20; tries++) {
      await sleep(500)
      answer = await send()
    }
    if (!answer.ok) throw new Error(`not signed in: ${answer.status} ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
    return new Desk(site, cookies.join('; '))
  }

  /** The same person in another tab, of another server where it is told. */
  tab(site = this.site): Desk {
    return new Desk(site, this.cookie, this.#actions)
  }

  async save(id: string, baseVersion: number, content: Partial<Content>): Promise<Answer> {
    const body = JSON.stringify({ clientId: this.clientId, baseVersion, content: { ...BLANK, ...content } })
    return await this.send('PUT', `/admin/articles/${id}/draft`, body, { 'content-type': 'application/json' })
  }

  /** How an article stands; null: there is none, undefined: no answer. */
  async find(id: string): Promise<Told | null | undefined> {
    const answer = await this.send('GET', `/admin/articles/${id}/draft`)
    if (answer.kind === 'ok') return answer.value as unknown as Told
    return answer.kind === 'refused' && answer.status === 404 ? null : undefined
  }

  /** Closes the tab: the article is free for others. */
  async leave(id: string): Promise<void> {
    const body = JSON.stringify({ clientId: this.clientId, edit: false, leave: true })
    await this.send('POST', `/admin/articles/${id}/presence`, body, { 'content-type': 'application/json' })
  }

  async upload(bytes: Buffer, fileName: string): Promise<Answer> {
    return await this.send('POST', '/admin/media/upload', bytes, { 'x-file-name': encodeURIComponent(fileName) })
  }

  /** What a button of a page does. */
  async act(page: string, name: string, ...args: unknown[]): Promise<Answer> {
    const action = this.#actions.get(name) ?? (await this.#findAction(page, name))
    if (!action) return { kind: 'unknown' }
    this.#actions.set(name, action)
    const headers = { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' }
    return await this.send(
      'POST',
      page,
      JSON.stringify(args, (_, value) => escaped(value)),
      headers,
    )
  }

  /** A category whose articles go out after so many reviews. */
  async openCategory(name: string, reviewStages: number): Promise<number> {
    // A site that has only just begun may ask to come again.
    for (let tries = 1; ; tries++) {
      const slug = `drill-${newId()}`
      const answer = await this.act('/admin/categories', 'save', null, { name, slug, parentId: null, reviewStages })
      if (answer.kind === 'ok') return Number(answer.value.id)
      if (answer.kind === 'refused' || tries === 20) throw new Error(`no category: ${JSON.stringify(answer)}`)
      await sleep(500)
    }
  }

  async #findAction(page: string, name: string): Promise<string | null> {
    const drawn = await this.ask(page, { headers: { rsc: '1' } })
    const text = drawn?.ok ? await drawn.text().catch(() => '') : ''
    const [, row] = new RegExp(`"${name}":"\\$h(\\w+)"`).exec(text) ?? []
    return new RegExp(`^${row}:\\{"id":"(\\w+)"`, 'm').exec(text)?.[1] ?? null
  }

  async send(method: string, path: string, body?: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.ask(path, { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) })
    const text = await answer?.text().catch(() => null)
    if (!answer || text === null || text === undefined) return { kind: 'unknown' }
    // A long text stands in a row before, which ends without a line's end.
    const [, outcome] = headers['next-action'] ? (/1:(\{"ok":.*\})$/m.exec(text) ?? []) : [null, text]
    const value = read(outcome ?? '')
    if (answer.ok && value && value.ok !== false) return { kind: 'ok', value }
    // Of a broken server, or one that is not there: nobody knows what it did.
    if (!value || answer.status >= 500) return { kind: 'unknown' }
    const errors = (value.errors ?? []) as { code: string }[]
    return { kind: 'refused', status: answer.status, codes: errors.map(({ code }) => code), value }
  }

  async ask(path: string, init: RequestInit): Promise<Response | null> {
    const headers = { cookie: this.cookie, origin: this.site, ...(init.headers as Record<string, string>) }
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return await fetch(this.site + path, { ...init, headers, signal }).catch(() => null)
  }
}

/** A text that begins like one of React's own marks goes with one more, as a browser sends it. */
const escaped = (value: unknown) => (typeof value === 'string' && value.startsWith('$') ? `$${value}` : value)

function read(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return null
  }
}

/** What the desk tells of an article: as much of it as drills read. */
export interface Told {
  version: number
  contentHash: string
  workflow: string
  publication: string
  path: string | null
  content: Content
}

export const BLANK = {
  ...{ kicker: '', headline: '', subhead: '', standfirst: '', dateline: '', bodyHtml: '' },
  ...{ type: 'original', sourceId: null, sourceUrl: '', originalHeadline: '', originalAuthor: '', bylines: [] },
  ...{ categoryIds: [] as number[], tagIds: [] as number[], leadMediaId: null },
  ...{ searchTitle: '', searchDescription: '', aiAssistance: 'none' },
}
export type Content = typeof BLANK

/** Crockford's base 32, of which ids of articles are made. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
export const newId = (): string => Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
