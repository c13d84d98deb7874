import { listStored, sure } from './attack-doors'
import type { Ask } from './crowd'
import { type Desk, newId } from './desk'
import type { Dice } from './dice'
import type { Site } from './site'

const WORDS = ['堤段', '水位', '渡口', '两岸', '上堤', '小时', '厘米', '演练日报', '早班'] as const
/** As many as most readers read. */
const READ_MOST = 20

/** What many visitors ask for, each thing as often as it comes: of a site that has articles. */
export async function mixOf(site: Site, desk: Desk, dice: Dice): Promise<() => Ask> {
  const stored = await listStored(site)
  const paths = stored.map(({ path }) => path) as [string, ...string[]]
  const read = ['/', '/', '/', '/category', '/popular', ...paths.slice(0, READ_MOST)] as [string, ...string[]]
  const gone = await withdraw(desk)
  const etag =
    (await fetch(`${site.url}/manifest.webmanifest`, { headers: { 'accept-encoding': 'identity' } })).headers.get('etag') ?? ''
  const id = () => dice.oneOf(paths).slice(-10)
  const get = (path: string, ...right: number[]): Ask => ({ path, right: right.length > 0 ? right : [200] })
  const kinds: [share: number, make: () => Ask][] = [
    [50, () => get(dice.oneOf(read))],
    [8, () => get(`${dice.oneOf(paths)}${dice.oneOf(['', '?view=elder'])}`)],
    [4, () => get(`/lite${dice.oneOf(paths)}`)],
    [3, () => get(`/2024/${String(dice.between(1, 12)).padStart(2, '0')}`)],
    [3, () => get(`/2024/01/01/${newId()}`, 404)],
    [1, () => get(gone, 410)],
    [4, () => get(`/search?q=${encodeURIComponent(`${dice.oneOf(WORDS)} ${dice.between(1, 400)}`)}`)],
    [4, () => get(`/suggest.json?q=${encodeURIComponent(dice.oneOf(WORDS))}`)],
    [6, () => get(dice.oneOf(['/feed.xml', '/rss.xml', '/feed.json', '/sitemap.xml', '/api/v1/articles']))],
    [6, () => ({ ...get('/manifest.webmanifest'), headers: { 'if-none-match': etag } })],
    [4, () => get(`/s/${id()}?c=weibo`, 302)],
    [6, () => ({ path: `/read?id=${id()}`, method: 'POST', right: [204] })],
    [1, () => signIn(site.url, dice)],
  ]
  const drawn = kinds.flatMap(([share, make]) => Array.from({ length: share }, () => make)) as [() => Ask, ...(() => Ask)[]]
  return () => {
    const ask = dice.oneOf(drawn)()
    const visitor = `10.${dice.between(0, 255)}.${dice.between(0, 255)}.${dice.between(1, 254)}`
    return { ...ask, headers: { 'user-agent': 'Mozilla/5.0 drill', 'x-forwarded-for': visitor, ...ask.headers } }
  }
}

/** Somebody who guesses, of an account that there is not. */
function signIn(origin: string, dice: Dice): Ask {
  const body = JSON.stringify({
    email: `nobody${dice.between(0, 9_999)}@ribao.example`,
    password: `lantern ${dice.between(0, 9_999)}`,
  })
  return {
    path: '/api/auth/sign-in/email',
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body,
    right: [401, 429],
  }
}

async function withdraw(desk: Desk): Promise<string> {
  const id = newId()
  const category = await desk.openCategory('撤稿', 0)
  await sure(() => desk.save(id, 0, { headline: '撤下的稿件', bodyHtml: '<p>演练。</p>', categoryIds: [category] }))
  await sure(() => desk.act(`/admin/articles/${id}`, 'publish', id, {}))
  const path = (await desk.find(id))?.path ?? ''
  await sure(() =>
    desk.act(`/admin/articles/${id}`, 'withdraw', id, { reason: '演练', approver: '值班总编', notice: '本文已撤下。' }),
  )
  return path
}
