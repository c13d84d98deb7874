import { randomInt } from 'node:crypto'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { Colleague } from './staff'

/** Somebody signed in, with a browser window of their own. Errors in its console are its test's: a network may be cut. */
export interface Desk {
  page: Page
  site: string
}

/** As much of them as speaks HTTP. */
export interface Asker {
  page: Pick<Page, 'request'>
  site: string
}

type Credentials = Pick<Colleague, 'email' | 'password'>

export async function openDesk(browser: Browser, who: Credentials, site = process.env.E2E_URL ?? ''): Promise<Desk> {
  const context = await browser.newContext({ baseURL: site, viewport: { width: 1440, height: 900 } })
  return await deskOf(await context.newPage(), who, site)
}

/** Signs somebody in over HTTP: the form has specs of its own. */
export async function deskOf<Asking extends Pick<Page, 'request'>>(
  page: Asking,
  { email, password }: Credentials,
  site = process.env.E2E_URL ?? '',
): Promise<{ page: Asking; site: string }> {
  const address = `${site}/api/auth/sign-in/email`
  const answer = await page.request.post(address, { data: { email, password }, headers: { origin: site } })
  expect(answer.status(), await answer.text()).toBe(200)
  return { page, site }
}

/** What the desk saves of an article: as much of it as tests give. */
export interface Content {
  kicker: string
  headline: string
  subhead: string
  standfirst: string
  dateline: string
  bodyHtml: string
  type: string
  sourceId: number | null
  sourceUrl: string
  originalHeadline: string
  originalAuthor: string
  bylines: { personId: number; role: string }[]
  categoryIds: number[]
  tagIds: number[]
  leadMediaId: string | null
  searchTitle: string
  searchDescription: string
  aiAssistance: string
}

const BLANK: Content = {
  kicker: '',
  headline: '',
  subhead: '',
  standfirst: '',
  dateline: '',
  bodyHtml: '',
  type: 'original',
  sourceId: null,
  sourceUrl: '',
  originalHeadline: '',
  originalAuthor: '',
  bylines: [],
  categoryIds: [],
  tagIds: [],
  leadMediaId: null,
  searchTitle: '',
  searchDescription: '',
  aiAssistance: 'none',
}

/** What the desk tells of an article: as much of it as tests read. */
interface Told {
  version: number
  content: Content
  publication: string
  path: string | null
}

/** An article that somebody wrote and left: saved over HTTP as its editor's page does. Answers its id. */
export async function leaveDraft(desk: Asker, content: Partial<Content>, id = newId()): Promise<string> {
  const { version, content: before } = (await findTold(desk, id)) ?? { version: 0, content: BLANK }
  const clientId = `test-${newId()}`
  const save = { clientId, baseVersion: version, content: { ...before, ...content } }
  const saved = await send(desk, 'PUT', `/admin/articles/${id}/draft`, save)
  expect(saved.status(), await saved.text()).toBe(200)
  await send(desk, 'POST', `/admin/articles/${id}/presence`, { clientId, edit: false, leave: true })
  return id
}

/** What the server holds of an article. */
export async function told(desk: Asker, id: string): Promise<Told> {
  const found = await findTold(desk, id)
  if (!found) throw new Error(`the desk knows no article ${id}`)
  return found
}

async function findTold({ page, site }: Asker, id: string): Promise<Told | null> {
  const answer = await page.request.get(`${site}/admin/articles/${id}/draft`)
  return answer.ok() ? await answer.json() : null
}

/** Words of an article's text as the server holds them. */
export const keptText = async (desk: Asker, id: string): Promise<string> => {
  const { headline, bodyHtml } = (await told(desk, id)).content
  return `${headline} ${bodyHtml}`
}

async function send({ page, site }: Asker, method: 'PUT' | 'POST', path: string, data: object) {
  return await page.request.fetch(`${site}${path}`, { method, data, headers: { origin: site } })
}

/**
 * What a button of a page does, over HTTP as its browser does it: for what a test needs and does not test. `name`: of the property
 * the page's component gets the action by.
 */
export async function act(desk: Asker, path: string, name: string, ...args: unknown[]): Promise<Record<string, unknown>> {
  const { page, site } = desk
  const drawn = await (await page.request.get(`${site}${path}`, { headers: { rsc: '1' } })).text()
  const [, row] = new RegExp(`"${name}":"\\$h(\\w+)"`).exec(drawn) ?? []
  const [, action = ''] = new RegExp(`^${row}:\\{"id":"(\\w+)"`, 'm').exec(drawn) ?? []
  expect(action, `${path} has an action ${name}`).not.toBe('')
  const answer = await page.request.post(`${site}${path}`, {
    data: Buffer.from(JSON.stringify(args)),
    headers: { origin: site, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8', 'next-action': action },
  })
  const [, outcome = '{}'] = /^1:(\{.*\})$/m.exec(await answer.text()) ?? []
  const told = JSON.parse(outcome)
  expect(told, `${name} of ${path}`).toMatchObject({ ok: true })
  return told
}

/** A category whose articles go out without reviews, or after so many. The desk belongs to an administrator. */
export async function openCategory(desk: Asker, name: string, reviewStages = 0): Promise<{ id: number; slug: string }> {
  const slug = `sans-revue-${newId()}`
  const { id } = await act(desk, '/admin/categories', 'save', null, { name, slug, parentId: null, reviewStages })
  return { id: Number(id), slug }
}

export const editorOf = (page: Page) => ({
  headline: page.getByRole('textbox', { name: '标题', exact: true }),
  body: page.getByRole('textbox', { name: '正文', exact: true }),
  status: page.getByRole('region', { name: '稿件状态' }),
})

/** Types at the end of what stands there: a phrase at a time, as it comes out of an input method. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.press('ControlOrMeta+End')
  await field.page().keyboard.insertText(text)
}

export function newId(): string {
  return Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Crockford's base 32, of which ids of articles are made. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
