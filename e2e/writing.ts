import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { CATEGORY, expect } from './desk'

interface Writing {
  headline: string
  body: string
  category?: string
  tag?: string
  reporter?: string
  /** what the lead picture shows; without it there is none */
  picture?: string
}

/** Writes an article as a reporter does, on the blank sheet that is open; answers its id once it is saved. */
export async function write(page: Page, writing: Writing): Promise<string> {
  const { headline, body, category = CATEGORY.name, tag, reporter, picture } = writing
  await page.getByRole('textbox', { name: '标题', exact: true }).fill(headline)
  await writeBody(page, body)
  await choose(page, '栏目', category)
  if (tag) await choose(page, '标签', tag)
  if (reporter) await choose(page, '记者', reporter)
  if (picture) await addLead(page, picture)
  await expect(page).toHaveURL(/\/admin\/articles\/[0-9a-z]{10}$/)
  // The text; of its picture the same bar says so in other words.
  await expect(
    page
      .getByRole('region', { name: '稿件状态' })
      .getByText(/^已保存/)
      .first(),
  ).toBeVisible()
  return page.url().slice(-10)
}

export async function writeBody(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

/** Chooses what is found by this text, and makes it where it is not there yet. */
export async function choose(page: Page, field: string, text: string, name = text): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).fill(text)
  await page.getByRole('option', { name }).first().click()
}

async function addLead(page: Page, shows: string): Promise<void> {
  await page.getByRole('button', { name: '选题图' }).first().click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: '上传一张' }).click()
  await (await choosing).setFiles({ name: 'picture.png', mimeType: 'image/png', buffer: await somePicture() })
  const alt = page.getByRole('main').getByRole('textbox', { name: '替代文字' })
  // The cursor already stands where the picture is described.
  await expect(alt).toBeFocused()
  await page.keyboard.type(shows)
  const said = await listen(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('图片说明已保存').first()).toBeVisible()
  // Said once, though it stands beside each of its fields; what is saved next may be said right after it.
  await expect.poll(async () => (await said()).filter((words) => words === '图片说明已保存')).toHaveLength(1)
  await expect(page.getByRole('main').getByRole('img', { name: shows }).first()).toBeVisible()
}

/** Hears the page as a screen reader does: answers everything its live regions said since. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const all: string[] = []
    const now = () => [...document.querySelectorAll('[aria-live], [role=status]')].map((region) => region.textContent ?? '')
    let before = now()
    new MutationObserver(() => {
      const after = now()
      all.push(...after.filter((words) => words !== '' && !before.includes(words)))
      before = after
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return all
  })
  return () => said.jsonValue()
}

/** No two alike: the library keeps the same bytes once. */
export async function somePicture(): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = crypto.getRandomValues(new Uint8Array(3))
  return await sharp({ create: { width: 900, height: 600, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer()
}
