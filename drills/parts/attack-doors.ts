// The doors by which words come into a paper, and every attack through each of them.
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Desk, newId } from './desk'
import { databaseUrl, type Site } from './site'
import { ask } from './sql'

/** What is sent in: an attack for the body with plain words beside it, or words of attacks for all other fields. */
export interface Attack {
  body: string
  words: string
}

/** An article that readers find. */
export interface Stored {
  id: string
  path: string
  body: string
}

const PER_DELIVERY = 100
const AT_ONCE = 4
const SAVED = '编辑部里的稿件'
const TRIES = 5
/** What somebody is told whose first asking was done and not answered in time. */
const DONE = ['stale', 'publish.nothing-new']

/** Posts of an archive, an attack each: in title, labels, credits and the name of the file too. */
export async function importAll(site: Site, folder: string, attacks: readonly Attack[]): Promise<void> {
  await mkdir(join(folder, '_posts'), { recursive: true })
  await writeFile(join(folder, '_config.yml'), 'url: https://news.example\ntimezone: Asia/Shanghai\n')
  for (const [index, { body, words }] of attacks.entries()) {
    const day = new Date(Date.UTC(2024, 0, 1 + (index % 600))).toISOString().slice(0, 10)
    const quoted = JSON.stringify(words)
    const head = [`title: ${quoted}`, `date: ${day} 08:00:00 +0800`, `categories: [yanlianribao, ${quoted}]`, `tags: [${quoted}]`]
    const post = ['---', 'layout: post', ...head, `author: ${quoted}`, '---', body, ''].join('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no file may be called
    const called = words.replace(/[/\x00]/g, '').slice(0, 50)
    await writeFile(join(folder, '_posts', `${day}-${index}-${called}.md`), post)
  }
  const [code] = (await once(site.command('import', folder), 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the import ended with ${code}`)
}

/** Deliveries of a wire. Answers how many were not taken. */
export async function deliverAll(site: Site, desk: Desk, attacks: readonly Attack[], category: string): Promise<number> {
  const wanted = { name: '演练', wire: 'attacks', publish: true, categoryIds: [], until: '' }
  const { token } = await sure(() => desk.act('/admin/tokens', 'make', wanted))
  const articles = attacks.map(({ body, words }, index) => ({
    ...{ externalId: `attack-${index}`, bodyHtml: body, headline: words.slice(0, 200), kicker: words.slice(0, 200) },
    ...{ subhead: words.slice(0, 200), standfirst: words, categories: [category], tags: [words.slice(0, 50)] },
    source: { name: words.slice(0, 80), url: 'https://news.example/1', author: words.slice(0, 60) },
    bylines: [{ name: words.slice(0, 60), role: 'reporter' }],
    publishedAt: new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString(),
  }))
  let refused = 0
  for (let at = 0; at < articles.length; at += PER_DELIVERY) {
    const answer = await deliver(site, String(token), articles.slice(at, at + PER_DELIVERY))
    refused += answer.items.filter(({ outcome }) => outcome === 'refused').length
  }
  return refused
}

async function deliver(site: Site, token: string, articles: object[]): Promise<{ items: { outcome: string }[] }> {
  for (;;) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${site.url}/api/v1/ingest`, { method: 'POST', headers, body: JSON.stringify(articles) })
    if (answer.ok || answer.status === 207 || answer.status === 422) return (await answer.json()) as never
    const wait = Number(answer.headers.get('retry-after'))
    if (!wait) throw new Error(`a delivery was answered with ${answer.status}: ${await answer.text()}`)
    await sleep(wait * 1_000)
  }
}

/** Saves each as a draft, as the editor's page does. Answers how many were not taken. */
export async function saveAll(desk: Desk, bodies: readonly string[]): Promise<number> {
  let next = 0
  let failed = 0
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
        const [id, bodyHtml] = [newId(), body]
        const saved = await insist(() => desk.tab().save(id, 0, { headline: SAVED, bodyHtml }))
        if (saved.kind === 'unknown' || (saved.kind === 'refused' && !saved.codes.includes('stale'))) failed++
      }
    }),
  )
  return failed
}

/** What the desk keeps of all that was saved, each text once. */
export async function savedBodies(site: Site): Promise<string[]> {
  const sql = `SELECT DISTINCT content->>'bodyHtml' AS "bodyHtml" FROM "Draft" WHERE headline = $1`
  return (await ask<{ bodyHtml: string }>(() => databaseUrl(site.dataDir), sql, [SAVED])).map(({ bodyHtml }) => bodyHtml)
}

/** Everything published there is, with its text as readers get it. */
export async function listStored(site: Site): Promise<Stored[]> {
  const stored: Stored[] = []
  let cursor = ''
  do {
    const path = `/api/v1/articles?limit=100&fields=id,url,bodyHtml${cursor && `&cursor=${cursor}`}`
    const page = await told<{ id: string; url: string; bodyHtml: string }>(site, path)
    stored.push(...page.items.map(({ id, url, bodyHtml }) => ({ id, path: new URL(url).pathname, body: bodyHtml })))
    cursor = page.next ?? ''
  } while (cursor)
  return stored
}

/** A page of what the API tells. A site that is busy is asked again when it says. */
export async function told<Item>(site: Site, path: string): Promise<{ items: Item[]; next: string | null }> {
  for (;;) {
    const answer = await fetch(site.url + path)
    if (answer.ok) return (await answer.json()) as { items: Item[]; next: string | null }
    const wait = Number(answer.headers.get('retry-after'))
    if (!wait) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`)
    await sleep(wait * 1_000)
  }
}

/** What must be taken: throws where it is refused. What was done by an asking before this one is done. */
export async function sure(act: () => Promise<Answer>): Promise<Record<string, unknown>> {
  const answer = await insist(act)
  if (answer.kind === 'ok') return answer.value
  if (answer.kind === 'refused' && answer.codes.some((code) => DONE.includes(code))) return answer.value
  throw new Error(`it was not taken: ${JSON.stringify(answer)}`)
}

/** Where no answer came in time, it is asked again: what is tried here can be done twice. */
export async function insist(act: () => Promise<Answer>): Promise<Answer> {
  let answer = await act()
  for (let tries = 1; answer.kind === 'unknown' && tries < TRIES; tries++) answer = await act()
  return answer
}
