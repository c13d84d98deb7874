import type { APIRequestContext } from '@playwright/test'
import { CATEGORY, expect, test } from './desk'

interface Receipt {
  items: { outcome: string; id: string; url: string; errors: { field: string; detail: string }[] }[]
}

const deliver = async (request: APIRequestContext, token: string, article: object) =>
  await request.post('/api/v1/ingest', { headers: { authorization: `Bearer ${token}` }, data: article })

test('an administrator gives a wire a token, what it delivers is read at once, and taken back it delivers no more', async ({
  signIn,
  request,
}) => {
  const desk = await signIn('administrator', '/admin/tokens')
  const name = `新华社专线 ${Date.now()}`
  await desk.getByRole('button', { name: '新建令牌' }).click()
  const dialog = desk.getByRole('dialog', { name: '新建令牌' })
  await dialog.getByLabel('名称').fill(name)
  await dialog.getByLabel('供稿方代号').fill(`wire-${Date.now()}`)
  await dialog.getByLabel('送来的稿件').selectOption({ label: '直接发布' })
  await dialog.getByRole('button', { name: '生成令牌' }).click()
  const shown = desk.getByRole('dialog', { name: '令牌', exact: true })
  const token = await shown.getByLabel('令牌').inputValue()
  await shown.getByRole('button', { name: '关闭', exact: true }).last().click()
  await expect(desk.getByRole('row', { name })).toContainText('直接发布')
  await expect(desk.getByText(token)).toHaveCount(0)

  const externalId = `XH-${Date.now()}`
  const article = {
    externalId,
    headline: '通稿里的书店',
    bodyHtml: '<p onclick="x()">河边开了一家书店。</p><script>alert(1)</script>',
    source: { name: '河边通讯社', url: 'https://hebian.example/1' },
    categories: [CATEGORY.slug],
  }
  const response = await deliver(request, token, article)
  expect(response.status()).toBe(200)
  const [created] = ((await response.json()) as Receipt).items
  expect(created).toMatchObject({ outcome: 'created', errors: [] })

  const path = new URL(created?.url ?? '').pathname
  expect(await (await request.get(path)).text()).toContain('通稿里的书店')
  const told = (await (await request.get(`/api/v1/articles/${created?.id}`)).json()) as { bodyHtml: string; bodyText: string }
  expect(told.bodyHtml).toBe('<p>河边开了一家书店。</p>')
  expect(told.bodyText).toBe('河边开了一家书店。')
  const newest = await request.get(`/api/v1/articles?category=${CATEGORY.slug}&limit=100&fields=id`)
  expect(((await newest.json()) as { items: { id: string }[] }).items).toContainEqual({ id: created?.id })

  const changed = await deliver(request, token, { ...article, headline: '通稿里的书店（更新）' })
  expect(((await changed.json()) as Receipt).items[0]).toMatchObject({ outcome: 'changed', url: created?.url })
  await expect.poll(async () => await (await request.get(path)).text()).toContain('通稿里的书店（更新）')

  await desk.reload()
  await desk.getByRole('button', { name: `收回${name}` }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click()
  await expect(desk.getByRole('row', { name })).toContainText('已收回')
  expect((await deliver(request, token, article)).status()).toBe(401)
})

test('whoever asks the API wrongly is told why, as JSON', async ({ request }) => {
  const wrong = await request.get('/api/v1/articles?limit=1000&from=gestern')
  expect(wrong.status()).toBe(400)
  expect(wrong.headers()['content-type']).toBe('application/problem+json')
  const { errors } = (await wrong.json()) as { errors: { parameter: string }[] }
  expect(errors.map(({ parameter }) => parameter).sort()).toEqual(['from', 'limit'])
  expect((await request.get('/api/v1/no-such-thing')).status()).toBe(404)
  expect((await request.get('/api/v1/openapi.json')).headers()['access-control-allow-origin']).toBe('*')
  expect((await request.post('/api/v1/articles')).status()).toBe(405)
})
