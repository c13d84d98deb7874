import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { editorOf, leaveDraft, openDesk } from './desk-trust'
import { addColleague } from './staff'

/** Kilobytes of script by Brotli, as measured and a twentieth more: what grows beyond it grows on purpose, and is written here. */
const PAGE_KB = 251
const EDITOR_KB = 456

const PAGES = ['/admin', '/admin/articles', '/admin/review', '/admin/media', '/admin/categories', '/admin/tags', '/admin/audit']

test('a page of the desk loads the script it needs; the editor’s, and no other, loads an editor', async ({ browser }) => {
  const desk = await openDesk(browser, await addColleague('administrator', '闻理'))
  const id = await leaveDraft(desk, { headline: '秤', bodyHtml: '<p>一页有多重。</p>' })
  const weighed: Record<string, Weight> = {}
  for (const address of [...PAGES, `/admin/articles/${id}`]) weighed[address] = await weigh(desk.page, address)
  await expect(editorOf(desk.page).headline).toBeEditable()
  test.info().annotations.push({ type: 'scripts', description: JSON.stringify(weighed) })
  for (const [address, { brotli, isEditor }] of Object.entries(weighed)) {
    expect(isEditor, address).toBe(address.endsWith(id))
    expect(brotli, `kilobytes of ${address}`).toBeLessThanOrEqual(isEditor ? EDITOR_KB : PAGE_KB)
  }
})

test('a reader is sent nothing of the desk: no script of its, no style, no word', async ({ page }) => {
  await page.goto('/')
  const article = await page.locator('main a[href^="/20"]').first().getAttribute('href')
  for (const address of ['/', article ?? '', '/category', '/search?q=的', '/corrections', '/nothing/here']) {
    const urls: string[] = []
    page.on('request', (request) => urls.push(request.url()))
    await page.goto(address, { waitUntil: 'networkidle' })
    page.removeAllListeners('request')
    expect(
      urls.filter((url) => /\/_next\/.*\.js|\/admin/.test(url)),
      address,
    ).toEqual([])
    expect(await page.content(), address).not.toContain('/admin')
  }
})

interface Weight {
  files: number
  raw: number
  gzip: number
  brotli: number
  /** whether ProseMirror is among it */
  isEditor: boolean
}

/** The scripts a browser loads for a page until it rests, in kilobytes of 1,000 bytes. */
async function weigh(page: Page, address: string): Promise<Weight> {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') bodies.set(answer.url(), answer.body())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  page.removeAllListeners('response')
  const scripts = await Promise.all(bodies.values())
  const kilobytes = (size: (script: Buffer) => number) =>
    Math.round(scripts.reduce((sum, script) => sum + size(script), 0) / 100) / 10
  return {
    files: scripts.length,
    raw: kilobytes((script) => script.length),
    gzip: kilobytes((script) => gzipSync(script).length),
    brotli: kilobytes((script) => brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length),
    isEditor: scripts.some((script) => script.includes('ProseMirror')),
  }
}
