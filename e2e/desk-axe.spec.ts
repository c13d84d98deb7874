import type { Page } from '@playwright/test'
import { expectAccessible, expectWordsAccessible } from './axe'
import { type Cookies, expect, test, type Who } from './desk'
import { LEAST, OPEN, typed } from './desk-pages'
import { write } from './writing'

type SignIn = (who: Who | Cookies, path?: string | null) => Promise<Page>

/** An article to look at, made once. */
let made: Promise<string> | undefined
async function someArticle(signIn: SignIn): Promise<string> {
  const page = await signIn('administrator', '/admin/articles/new')
  return await write(page, {
    headline: '江心洲候鸟过境',
    body: '今年来得早。',
    tag: '候鸟',
    reporter: '林晓',
    picture: '一群水鸟飞过江心洲',
  })
}

/** In both colours, and in both languages. */
async function expectAccessibleInAllForms(page: Page, address: string): Promise<void> {
  for (const locale of ['zh-CN', 'en']) {
    await page.context().addCookies([{ name: 'desk-locale', value: locale, url: process.env.E2E_URL ?? '' }])
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await expect(page.locator('html')).toHaveAttribute('lang', locale === 'en' ? 'en' : /^zh/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await (locale === 'en' ? expectWordsAccessible : expectAccessible)(page, `${address} ${locale}`)
  }
}

for (const address of Object.keys(LEAST)) {
  test(`${address} can be read and used by everybody`, async ({ signIn }) => {
    if (address.includes('[id]')) made ??= someArticle(signIn)
    const id = (await made) ?? ''
    await expectAccessibleInAllForms(await signIn('administrator', null), typed(address, id))
  })
}

for (const address of OPEN.filter((each) => !each.endsWith('/code'))) {
  test(`${address} can be read and used by everybody`, async ({ page }) => {
    await expectAccessibleInAllForms(page, typed(address, ''))
  })
}

const ABOVE: Record<string, { path: string; open(page: Page): Promise<void> }> = {
  'the palette': { path: '/admin', open: (page) => page.keyboard.press('ControlOrMeta+k') },
  'the list of keys': { path: '/admin', open: (page) => page.keyboard.press('?') },
  'an invitation': { path: '/admin/staff', open: (page) => page.getByRole('button', { name: '邀请同事' }).click() },
  'a new token': { path: '/admin/tokens', open: (page) => page.getByRole('button', { name: '新建令牌' }).click() },
  'a new category': { path: '/admin/categories', open: (page) => page.getByRole('button', { name: '新建栏目' }).click() },
  'the library above an article': {
    path: '/admin/articles/new',
    open: (page) => page.getByRole('main').getByRole('button', { name: '选题图' }).first().click(),
  },
  'a picture': {
    path: '/admin/media',
    open: (page) =>
      page
        .getByRole('button', { name: /^图片：/ })
        .first()
        .click(),
  },
}

for (const [what, { path, open }] of Object.entries(ABOVE)) {
  test(`${what} can be read and used by everybody`, async ({ signIn }) => {
    const page = await signIn('administrator', path)
    await page.waitForLoadState('networkidle')
    await open(page)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expectAccessible(page, what)
  })
}
