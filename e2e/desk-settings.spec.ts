import { expect, test } from './desk'

const VERIFY = 'baidu_verify_codeva-Zechuan1.html'

test.afterEach(async ({ signIn }) => {
  // Settings hold for the whole site: other specs find it as it was.
  const page = await signIn('administrator', '/admin/settings')
  for (const label of ['ICP 备案号', '公安备案号', '举报电话', '百度']) await page.getByLabel(label, { exact: true }).fill('')
  for (const title of ['页脚备案与许可', '搜索引擎验证']) {
    await page.getByRole('button', { name: `保存“${title}”` }).click()
    await expect(page.getByText('已保存').first()).toBeVisible()
  }
})

test('an administrator enters the paper’s licences and a search engine’s mark, and the next reader’s page has them', async ({
  signIn,
  request,
}) => {
  const page = await signIn('administrator', '/admin/settings')
  await page.getByLabel('ICP 备案号', { exact: true }).fill('12345')
  await page.getByRole('button', { name: '保存“页脚备案与许可”' }).click()
  await expect(page.getByText('ICP 备案号的格式不对')).toBeVisible()
  await page.getByLabel('ICP 备案号', { exact: true }).fill('豫ICP备12345678号-1')
  await page.getByLabel('公安备案号', { exact: true }).fill('豫公网安备41070000000000号')
  await page.getByLabel('举报电话', { exact: true }).fill('0373-1234567')
  await page.getByRole('button', { name: '保存“页脚备案与许可”' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.getByLabel('百度', { exact: true }).fill('<meta name="baidu-site-verification" content="codeva-Zechuan1" />')
  await page.getByRole('button', { name: '保存“搜索引擎验证”' }).click()
  await expect(async () => {
    const html = await (await request.get('/')).text()
    expect(html).toContain('<a href="https://beian.miit.gov.cn/">豫ICP备12345678号-1</a>')
    expect(html).toContain('https://beian.mps.gov.cn/#/query/webSearch?code=41070000000000')
    expect(html).toContain('<meta name="baidu-site-verification" content="codeva-Zechuan1"/>')
    expect(html).toContain('href="tel:03731234567"')
  }).toPass()
  for (const path of ['/category', '/no/such/page'])
    expect(await (await request.get(path)).text()).toContain('豫ICP备12345678号-1')
})

test('an administrator puts a file at the root, and a search engine finds it word for word until it is taken away', async ({
  signIn,
  request,
}) => {
  expect((await request.get(`/${VERIFY}`)).status()).toBe(404)
  const page = await signIn('administrator', '/admin/settings')
  await page.getByRole('button', { name: '添加文件' }).click()
  await page.getByLabel('文件名').fill('robots.txt')
  await page.getByLabel('内容').fill('a1b2<script>alert(1)</script>')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('不能是系统自己的文件')
  await page.getByLabel('文件名').fill(VERIFY)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('link', { name: `/${VERIFY}` })).toBeVisible()
  const answer = await request.get(`/${VERIFY}`)
  expect([answer.status(), await answer.text()]).toEqual([200, 'a1b2<script>alert(1)</script>'])
  expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  await page.getByRole('button', { name: `${VERIFY} 的操作` }).click()
  await page.getByRole('menuitem', { name: '移除' }).click()
  await page.getByRole('button', { name: '移除', exact: true }).click()
  await expect(page.getByText(`/${VERIFY} 已移除`)).toBeVisible()
  expect((await request.get(`/${VERIFY}`)).status()).toBe(404)
})
