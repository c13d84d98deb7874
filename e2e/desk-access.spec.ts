import type { APIRequestContext, Page, Request } from '@playwright/test'
import { decide, expect, nameOf, test, type Who } from './desk'
import { BEHIND_THE_DOOR, LEAST, OPEN, pagesOfDesk, ROLES, routesOfDesk, typed } from './desk-pages'
import { write } from './writing'

const NOBODYS = '0000000000'
const origin = process.env.E2E_URL ?? ''

/** Sends a request anew as somebody else: nothing of the browser it came from but its content. */
const replay = (asker: APIRequestContext, request: Request) => {
  const { 'next-action': action = '', 'content-type': type = '' } = request.headers()
  const headers = { origin, 'content-type': type, ...(action && { 'next-action': action }) }
  return asker.fetch(request.url(), { method: request.method(), headers, data: request.postDataBuffer() ?? '', maxRedirects: 0 })
}

/** Holds back what pressing this sends to the server; `go` lets it through. */
async function holdAction(page: Page, press: () => Promise<void>): Promise<{ request: Request; go(): void }> {
  const gate = Promise.withResolvers<void>()
  const caught = Promise.withResolvers<Request>()
  await page.route('**/admin/**', async (route) => {
    const request = route.request()
    if (request.headers()['next-action'] === undefined) return await route.fallback()
    caught.resolve(request)
    await gate.promise
    await route.continue()
  })
  await press()
  return { request: await caught.promise, go: gate.resolve }
}

test('whose each page of the desk is, is said', () => {
  expect(pagesOfDesk()).toEqual([...Object.keys(LEAST), ...OPEN, ...Object.keys(BEHIND_THE_DOOR)].sort())
})

test('signed out, every page leads to the sign-in and back', async ({ request }) => {
  const own = Object.keys(LEAST).map((address) => [address, typed(address, NOBODYS)] as const)
  for (const [address, back] of [...own, ...Object.entries(BEHIND_THE_DOOR), ['/admin/no/such/page', '/admin'] as const]) {
    const answer = await request.get(typed(address, NOBODYS), { maxRedirects: 0 })
    expect(answer.status(), address).toBe(307)
    expect(answer.headers().location, address).toMatch(new RegExp(`/admin/sign-in\\?next=${encodeURIComponent(back)}$`))
  }
  for (const address of OPEN.filter((each) => !each.endsWith('/code')))
    expect((await request.get(typed(address, NOBODYS), { maxRedirects: 0 })).status(), address).toBeLessThan(300)
})

test('signed out, every route answers 401, and to another site’s page 403', async ({ request, signIn }) => {
  const routes = routesOfDesk()
  expect(routes.length).toBeGreaterThan(8)
  const { request: signedIn } = (await signIn('administrator')).context()
  for (const { address, method } of routes) {
    const ask = { method, maxRedirects: 0, ...(method !== 'GET' && { data: {} }) }
    const own = await request.fetch(typed(address, NOBODYS), { ...ask, headers: { origin } })
    expect(own.status(), `${method} ${address}`).toBe(401)
    if (method === 'GET') continue
    const foreign = await signedIn.fetch(typed(address, NOBODYS), { ...ask, headers: { origin: 'https://evil.example' } })
    expect(foreign.status(), `${method} ${address} from elsewhere`).toBe(403)
  }
})

test('a page opens for the roles it is for, and answers 403 to the others', async ({ signIn }) => {
  const desks = await Promise.all(ROLES.map(async (role) => ({ role, request: (await signIn(role)).context().request })))
  for (const { role, request } of desks) {
    for (const [address, least] of Object.entries(LEAST).filter(([each]) => !each.includes('['))) {
      const allowed = ROLES.indexOf(role) >= ROLES.indexOf(least)
      expect((await request.get(address)).status(), `${address} for a ${role}`).toBe(allowed ? 200 : 403)
    }
    const record = await request.get('/admin/audit/export')
    expect(record.status(), `the record for a ${role}`).toBe(ROLES.indexOf(role) < ROLES.indexOf('chief') ? 403 : 200)
  }
})

const DEEDS: { does: string; who: Who; path: string; press(page: Page): Promise<void>; done: string }[] = [
  {
    does: 'invites somebody',
    who: 'administrator',
    path: '/admin/staff',
    press: async (page) => {
      await page.getByRole('button', { name: '邀请同事' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('姓名').fill('新人')
      await dialog.getByLabel('邮箱').fill(`guest-${Date.now()}@ribao.example`)
      await dialog.getByRole('button', { name: '发出邀请' }).click()
    },
    done: '邮件已寄给',
  },
  {
    does: 'makes a category',
    who: 'chief',
    path: '/admin/categories',
    press: async (page) => {
      await page.getByRole('button', { name: '新建栏目' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('名称').fill('江上')
      await dialog.getByLabel('地址').fill(`jiangshang-${Date.now()}`)
      await dialog.getByRole('button', { name: '保存' }).click()
    },
    done: '江上',
  },
]

for (const { does, who, path, press, done } of DEEDS) {
  test(`what a browser sends when ${who} ${does} does nothing for a reporter`, async ({ signIn }) => {
    const [page, reporter] = [await signIn(who, path), await signIn('reporter')]
    const { request, go } = await holdAction(page, () => press(page))
    expect(await (await replay(reporter.context().request, request)).text()).toContain('"code":"denied.role"')
    go()
    await expect(page.getByText(done).first()).toBeVisible()
  })
}

test('an article of another desk is neither read, saved nor signed by guessing its id', async ({ signIn }) => {
  const writing = await signIn('reporter', '/admin/articles/new')
  const id = await write(writing, { headline: `本栏目内部稿${Date.now()}`, body: '只给本栏目看。' })
  const draft = await (await writing.request.get(`/admin/articles/${id}/draft`)).json()
  await decide(writing, '送审')

  const { request: stranger } = (await signIn('stranger')).context()
  const { request: colleague } = (await signIn('other reporter')).context()
  for (const page of ['', '/review', '/revisions', '/draft'])
    for (const asker of [stranger, colleague]) expect((await asker.get(`/admin/articles/${id}${page}`)).status(), page).toBe(404)
  expect(await (await stranger.get('/admin/articles')).text()).not.toContain(id)
  expect(await (await stranger.get(`/admin/find?q=${encodeURIComponent('本栏目内部稿')}`)).text()).not.toContain(id)
  const tab = { clientId: 'guessed' }
  for (const [method, route, data] of [
    ['PUT', 'draft', { ...tab, baseVersion: draft.version, content: { ...draft.content, headline: '改了' } }],
    ['POST', 'aside', { content: draft.content }],
    ['POST', 'presence', { ...tab, edit: true }],
    ['POST', 'take-over', { ...tab, message: '' }],
  ] as const) {
    for (const asker of [stranger, colleague]) {
      const answer = await asker.fetch(`/admin/articles/${id}/${route}`, { method, data, headers: { origin } })
      expect(answer.status(), route).toBe(403)
    }
  }

  const review = await signIn('editor', `/admin/articles/${id}/review`)
  const { request, go } = await holdAction(review, async () => {
    await review.getByRole('button', { name: '签署初审' }).click()
    await review.getByRole('dialog').getByRole('button', { name: '签署初审' }).click()
  })
  expect(await (await replay(stranger, request)).text()).toMatch(/"code":"(denied\.desk|not-found)"/)
  go()
  await expect(review.getByRole('main').getByText(nameOf('editor')).first()).toBeVisible()
  const after = await (await writing.request.get(`/admin/articles/${id}/draft`)).json()
  expect(after).toMatchObject({ workflow: 'second_review', content: { headline: draft.content.headline } })
  expect(after.signatures).toHaveLength(1)
})
