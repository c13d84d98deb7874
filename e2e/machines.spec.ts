import { execFileSync, spawnSync } from 'node:child_process'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { vocabularyFaults } from './schema-org'

const PYTHON = '/usr/bin/python3'
const canRun = (command: string, ...words: string[]) => spawnSync(command, words, { stdio: 'ignore' }).status === 0
const HAS_FEEDPARSER = canRun(PYTHON, '-c', 'import feedparser')
const HAS_XMLLINT = canRun('xmllint', '--version')
const READ_FEED = `
import sys, json, feedparser
d = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({'bozo': bool(d.bozo), 'version': d.version, 'title': d.feed.title, 'links': [l.rel for l in d.feed.links],
  'entries': [{'id': e.id, 'link': e.link, 'title': e.title, 'published': list(e.published_parsed), 'updated': list(e.updated_parsed),
    'authors': [a.name for a in e.authors], 'content': e.content[0].value} for e in d.entries]}))`

async function textOf(request: APIRequestContext, address: string, type: RegExp): Promise<string> {
  const answer = await request.get(address)
  expect([address, answer.status()]).toEqual([address, 200])
  expect(answer.headers()['content-type']).toMatch(type)
  const text = await answer.text()
  if (HAS_XMLLINT && text.startsWith('<?xml'))
    execFileSync('xmllint', ['--noout', '--nonet', ...schemaOf(text), '-'], { input: text, stdio: 'pipe' })
  return text
}

/** What its kind of document must be valid by; RSS has no schema. */
function schemaOf(text: string): string[] {
  if (text.includes('<feed ')) return ['--relaxng', 'e2e/schemas/atom.rng']
  return /<(?:sitemapindex|urlset) /.test(text) ? ['--schema', 'e2e/schemas/sitemap.xsd'] : []
}
const placesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url.replaceAll('&#x26;', '&'))
/** Before it only the sample paper has articles, which no other spec changes; specs run beside one another. */
const QUIET_UNTIL = '2026-11-17'
const HTML = /^text\/html/
const tagsOf = (html: string, name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
const pathOf = (url: string) => url.replace(/^https?:\/\/[^/]+/, '')

for (const { file, version, type } of [
  { file: 'feed.xml', version: 'atom10', type: /^application\/atom\+xml/ },
  { file: 'rss.xml', version: 'rss20', type: /^application\/rss\+xml/ },
]) {
  test(`a feed reader takes ${file} of the site and of a category, whole and in order`, async ({ request }) => {
    test.skip(!HAS_FEEDPARSER, 'feedparser is not installed (Debian: python3-feedparser)')
    for (const place of ['', '/category/zechuanribao']) {
      const input = await textOf(request, `${place}/${file}`, type)
      const feed = JSON.parse(execFileSync(PYTHON, ['-c', READ_FEED], { input, encoding: 'utf8' }))
      expect(feed).toMatchObject({ bozo: false, version, title: expect.stringMatching(/./) })
      expect(feed.links).toEqual(expect.arrayContaining(['alternate', 'self']))
      expect(feed.entries.length).toBeGreaterThan(5)
      const times = feed.entries.map(({ published }: { published: number[] }) =>
        published.map((part) => String(part).padStart(4, '0')).join(),
      )
      expect(times).toEqual([...times].sort().reverse())
      expect(new Set(feed.entries.map(({ id }: { id: string }) => id)).size).toBe(feed.entries.length)
      for (const entry of feed.entries) {
        expect(entry.authors.length, entry.link).toBeGreaterThan(0)
        expect(entry.content, entry.link).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)/)
      }
    }
  })
}

test('a feed leads from page to page, and is not sent twice', async ({ request }) => {
  const json = JSON.parse(await textOf(request, '/feed.json', /^application\/feed\+json/))
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: expect.any(Array),
    next_url: expect.any(String),
  })
  const next = JSON.parse(await textOf(request, pathOf(json.next_url), /^application\/feed\+json/))
  const ids = [...json.items, ...next.items].map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const oldest = json.items.at(-1).date_published
  for (const { date_published } of next.items) expect(Date.parse(date_published)).toBeLessThanOrEqual(Date.parse(oldest))

  const first = await request.get('/feed.xml', { headers: { 'accept-encoding': 'gzip' } })
  expect(first.headers()).toMatchObject({ 'content-encoding': 'gzip', etag: expect.any(String) })
  const again = await request.get('/feed.xml', {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': first.headers().etag ?? '' },
  })
  expect([200, 304]).toContain(again.status())
  if (again.status() === 200) expect(again.headers().etag).not.toBe(first.headers().etag)

  for (const address of ['/', '/category/zechuanribao']) {
    const [link = ''] = tagsOf(await textOf(request, address, HTML), 'link').filter((tag) => tag.includes('application/atom+xml'))
    expect(link).toMatch(new RegExp(`rel="alternate".* href="[^"]*${address.replace(/\/$/, '')}/feed\\.xml"`))
  }
  expect((await request.get('/category/no-such-place/feed.xml')).status()).toBe(404)
})

test('whoever reads what the API is can click on every question and gets an answer', async ({ page, request }) => {
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: '开放接口' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('开放接口')
  const questions = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(questions.filter((href) => href.startsWith('/api/v1/')).length).toBeGreaterThan(8)
  for (const question of questions) {
    const answer = await request.get(question)
    expect([question, answer.status()]).toEqual([question, 200])
    expect(answer.headers()['content-type'], question).toMatch(
      question.includes('feed') || question.includes('rss') ? /xml|feed\+json/ : /^application\/json/,
    )
  }
})

test('whoever walks the sitemap comes to every article once, and to every list', async ({ request }) => {
  const published = async () => {
    const paths = new Set<string>()
    let cursor: string | null = ''
    while (cursor !== null) {
      const more: string = cursor && `&cursor=${cursor}`
      const answer = await request.get(`/api/v1/articles?limit=100${more}`)
      const page: { items: { url: string }[]; next: string | null } = await answer.json()
      for (const { url } of page.items) paths.add(pathOf(url))
      cursor = page.next
    }
    return paths
  }
  const before = await published()
  const robots = await (await request.get('/robots.txt')).text()
  const [index = ''] = /^Sitemap: (\S+)$/m.exec(robots)?.slice(1) ?? []
  const parts = placesIn(await textOf(request, pathOf(index), /^application\/xml/))
  const found: string[] = []
  for (const part of parts) {
    const xml = await textOf(request, pathOf(part), /^application\/xml/)
    const places = placesIn(xml)
    expect(places.length, part).toBeGreaterThan(0)
    expect(places.length, part).toBeLessThanOrEqual(50_000)
    expect(Buffer.byteLength(xml), part).toBeLessThan(50_000_000)
    for (const place of places) expect(Buffer.byteLength(place), place).toBeLessThanOrEqual(256)
    found.push(...places.map(pathOf))
  }
  const after = await published()
  const articles = found.filter((path) => /^\/\d{4}\/\d\d\/\d\d\/./.test(path))
  expect(new Set(found).size).toBe(found.length)
  // Others publish and withdraw while we walk.
  expect([...before].filter((path) => after.has(path) && !articles.includes(path))).toEqual([])
  expect(articles.length).toBeGreaterThan(50)
  for (const path of ['/', '/category', '/corrections', '/api', '/category/zechuanribao', '/2026', '/2026/11', '/2026/11/23'])
    expect(found).toContain(path)
  const quiet = found.filter((path) => !articles.includes(path) || path < `/${QUIET_UNTIL.replaceAll('-', '/')}`)
  const sample = quiet.filter((_, index) => index % 12 === 0)
  for (const path of sample) expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 200])
  await textOf(request, '/news-sitemap.xml', /^application\/xml/)
})

test('what search engines read on every kind of page is schema.org’s, and true', async ({ request }) => {
  const { items } = await (await request.get(`/api/v1/articles?limit=100&to=${QUIET_UNTIL}`)).json()
  const articles: string[] = items.map(({ url }: { url: string }) => pathOf(url))
  const names = (await textOf(request, '/sitemap/tag-1.xml', /xml/)) + (await textOf(request, '/sitemap/source-1.xml', /xml/))
  const [tag = '', source = ''] = ['/tag/', '/source/'].map((kind) =>
    placesIn(names)
      .map(pathOf)
      .find((path) => path.startsWith(kind)),
  )
  const lists = [
    '/category',
    '/category/zechuanribao',
    tag,
    source,
    '/2026',
    '/2026/11',
    '/2026/11/23',
    '/corrections',
    '/popular',
  ]
  const typesOf: Record<string, string[]> = {}
  for (const address of ['/', ...lists, ...articles.slice(0, 12)]) {
    const html = await textOf(request, address, HTML)
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text = '']) => text)
    const data = blocks.map((text) => JSON.parse(text)).filter((each) => !String(each['@context']).includes('ziyuan.baidu.com'))
    for (const each of data) expect([address, vocabularyFaults(each)]).toEqual([address, []])
    typesOf[address] = data.map((each) => each['@type']).sort()
    const canonical = tagsOf(html, 'link').filter((tag) => tag.includes('rel="canonical"'))
    expect(canonical).toEqual([expect.stringMatching(new RegExp(`href="[^"]*${address === '/' ? '/?' : address}"`))])
    expect(tagsOf(html, 'meta').join()).toMatch(/name="robots" content="[^"]*max-image-preview:large/)
    const article = data.find((each) => each['@type'] === 'NewsArticle')
    if (!article) continue
    expect([...article.headline].length).toBeLessThanOrEqual(110)
    expect(article.datePublished).toMatch(/\+08:00$/)
    for (const image of article.image ?? []) {
      const picture = await request.get(pathOf(image.url))
      expect([image.url, picture.status(), picture.headers()['content-type']]).toEqual([image.url, 200, 'image/jpeg'])
    }
  }
  expect(typesOf['/']).toEqual(['NewsMediaOrganization', 'WebSite'])
  for (const list of lists) expect([list, typesOf[list]]).toEqual([list, ['BreadcrumbList', 'CollectionPage']])
  expect(typesOf[articles[0] ?? '']).toEqual(['BreadcrumbList', 'NewsArticle'])
})

test('what is not to be found says so itself, and robots are let in to read it', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain('User-agent: *\nDisallow: /api/\n')
  for (const path of ['/search', '/admin', '/preview']) expect(robots).not.toContain(`Disallow: ${path}`)
  for (const path of ['/search?q=桥', '/admin/sign-in', '/nothing/here'])
    expect(await (await request.get(path)).text(), path).toMatch(/<meta name="robots" content="noindex/)
})
