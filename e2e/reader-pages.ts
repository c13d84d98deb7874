import type { APIRequestContext } from '@playwright/test'
import { firstAdministrator } from './desk'
import { act, deskOf, leaveDraft, newId, openCategory, told } from './desk-trust'

/** A page of this kind that the front page leads to, or an article on it. */
export async function addressOf(request: APIRequestContext, kind: string): Promise<string> {
  const articles = await articleAddresses(request)
  const [article = ''] = articles
  if (kind === 'article') return article
  for (const path of ['/', ...articles]) {
    const [found] = await linksOf(request, path, new RegExp(`href="(/${kind}/[^"?]+)"`, 'g'))
    if (found) return found
  }
  throw new Error(`nothing that the front page leads to leads to a ${kind}`)
}

/** An article of the sample archive with a picture in its text. */
export async function picturedArticle(request: APIRequestContext): Promise<string> {
  for (const address of await articleAddresses(request))
    if (/<figure>(?:<picture>)?<(?:img|source)/.test(await textOf(request, address))) return address
  throw new Error('no article of the front page has a picture')
}

/** The second page of a list: its path and query. */
export async function olderPage(request: APIRequestContext, list: string): Promise<string> {
  const [older = ''] = await linksOf(request, list, /rel="next" href="([^"]+before=[^"]+)"/g)
  const { pathname, search } = new URL(older.replaceAll('&amp;', '&'), 'http://reader')
  return pathname + search
}

/** The address of an article that was published and taken back. */
export async function withdrawnArticle(request: APIRequestContext): Promise<string> {
  const desk = await deskOf({ request }, await firstAdministrator())
  const { id: category } = await openCategory(desk, `旧闻${newId()}`)
  const id = await leaveDraft(desk, { headline: '撤回的消息', bodyHtml: '<p>撤回的消息。</p>', categoryIds: [category] })
  const editor = `/admin/articles/${id}`
  await act(desk, editor, 'publish', id, {})
  const { path } = await told(desk, id)
  await act(desk, editor, 'withdraw', id, { reason: '失实', approver: '严终', notice: '' })
  return path ?? ''
}

/** What the desk shows somebody before it is published: an article, a front page. */
export async function previews(request: APIRequestContext): Promise<string[]> {
  const desk = await deskOf({ request }, await firstAdministrator())
  const id = await leaveDraft(desk, { headline: '还没有发布的消息', bodyHtml: '<p>还没有发布。</p>' })
  const article = await act(desk, `/admin/articles/${id}`, 'sharePreview', id, 24)
  const front = await act(desk, '/admin/front-page', 'preview', { stories: [], sections: [], breaking: null })
  return [String(article.path), `/preview/front-page/${front.token}`]
}

const articleAddresses = (request: APIRequestContext) => linksOf(request, '/', /href="(\/\d{4}\/\d\d\/\d\d\/[0-9a-z]{10})"/g)

const textOf = async (request: APIRequestContext, path: string) => await (await request.get(path)).text()

const linksOf = async (request: APIRequestContext, path: string, form: RegExp) =>
  [...(await textOf(request, path)).matchAll(form)].map(([, href = '']) => href)
