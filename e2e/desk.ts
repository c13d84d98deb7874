import type { Browser, BrowserContext, Page } from '@playwright/test'
import { test as base, errorsOf, expect } from './newsroom'
import { addColleague, type Colleague, type Role, signIn } from './staff'

export { expect }

/** A category of the sample archive, and another desk's. */
export const CATEGORY = { name: '泽川日报', slug: 'zechuanribao' }
const OTHER_DESK = 'zechuanwanbao'

/** Who works here in these specs; the stranger edits at another desk. */
const PEOPLE = {
  reporter: { role: 'reporter', name: '林晓' },
  'other reporter': { role: 'reporter', name: '何青' },
  editor: { role: 'editor', name: '江初' },
  'second editor': { role: 'editor', name: '白复' },
  chief: { role: 'chief', name: '严终' },
  administrator: { role: 'administrator', name: '闻理' },
  stranger: { role: 'editor', name: '客远', desk: OTHER_DESK },
} as const satisfies Record<string, { role: Role; name: string; desk?: string }>

export type Who = keyof typeof PEOPLE
export type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>

export const nameOf = (who: Who): string => PEOPLE[who].name

/** What their browsers hold, for every test of this worker: signing in is limited, and slow on purpose. */
const signedIn = new Map<Who, Promise<Cookies>>()

interface Desk {
  /** Opens a page of the desk as somebody, null: none yet; through the form the first time, with their cookies afterwards. */
  signIn(who: Who | Cookies, path?: string | null): Promise<Page>
}

/** Pages of several people at once; an error in the console of any of them fails the test. */
export const test = base.extend<Desk>({
  signIn: async ({ browser }, use) => {
    const opened: { page: Page; errors: string[] }[] = []
    await use(async (who, path = '/admin') => {
      const storageState = typeof who === 'string' ? await cookiesOf(browser, who) : who
      const page = await (await browser.newContext({ storageState })).newPage()
      opened.push({ page, errors: errorsOf(page) })
      if (path !== null) await page.goto(path)
      return page
    })
    for (const { page } of opened) await page.context().close()
    expect(opened.flatMap(({ errors }) => errors)).toEqual([])
  },
})

function cookiesOf(browser: Browser, who: Who): Promise<Cookies> {
  const known = signedIn.get(who) ?? begin(browser, who)
  signedIn.set(who, known)
  return known
}

async function begin(browser: Browser, who: Who): Promise<Cookies> {
  const { role, name, desk } = { desk: '', ...PEOPLE[who] }
  const colleague = await addColleague(role, name, desk)
  const page = await browser.newPage()
  await signIn(page, colleague)
  const cookies = await page.context().storageState()
  await page.context().close()
  return cookies
}

/** Whoever the site was set up for. A site that was running before names them, or has somebody added. */
export async function firstAdministrator(): Promise<Pick<Colleague, 'email' | 'password'>> {
  const { E2E_ADMIN_EMAIL: email, E2E_ADMIN_PASSWORD: password } = process.env
  return email && password ? { email, password } : await addColleague('administrator')
}

/** The button of a deed, and of the dialog that asks once more. */
export async function decide(page: Page, deed: string, answers: Record<string, string> = {}): Promise<void> {
  const main = page.getByRole('main')
  const [button, more] = [main.getByRole('button', { name: deed, exact: true }), main.getByRole('button', { name: '更多' })]
  await expect(button.or(more).first()).toBeVisible()
  if (await button.isVisible()) await button.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: deed, exact: true }).click()
  }
  const dialog = page.getByRole('dialog')
  for (const [label, text] of Object.entries(answers)) await dialog.getByLabel(label).fill(text)
  await dialog.getByRole('button', { name: deed, exact: true }).click()
  await expect(dialog).toBeHidden()
}
