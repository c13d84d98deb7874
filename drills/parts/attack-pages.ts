// Where what was written is shown: pages, feeds, files, pictures.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { told } from './attack-doors'
import type { Fielded } from './attack-fields'
import type { Desk } from './desk'
import type { Site } from './site'

const FEEDS = ['feed.xml', 'rss.xml', 'feed.json']

/** Addresses by how they are looked at; each kind of page that an attack in a field stands on. */
export function pagesOf(
  written: readonly Fielded[],
  withdrawn: readonly string[],
  names: readonly string[],
  texts: readonly string[],
) {
  const days = [...new Set(written.map(({ path }) => path.slice(0, 11)))]
  const searches = texts.map((words) => `/search?q=${encodeURIComponent(words.slice(0, 200))}`)
  const lists = [...names, ...days, ...searches, '/', '/category', '/popular', '/corrections']
  const read = [...written.map(({ path }) => path), ...withdrawn, ...lists]
  const lite = read.map((path) => (path === '/' ? '/lite' : `/lite${path}`))
  const framed = [...read, ...lite, ...written.flatMap(({ path, preview }) => [`${path}?view=elder`, preview])]
  const alone = [
    ...texts.flatMap((words) => [`/suggest.json?q=${encodeURIComponent(words.slice(0, 100))}`]),
    ...written.slice(0, 10).map(({ id }) => `/api/v1/articles/${id}`),
    ...[
      '/latest.json',
      '/sitemap.xml',
      '/news-sitemap.xml',
      '/manifest.webmanifest',
      '/api/v1/categories',
      '/api/v1/tags',
      '/api/v1/sources',
    ],
  ]
  const named = [
    'tags',
    'sources',
    'categories',
    'media',
    'staff',
    'tokens',
    'audit',
    'notices',
    'front-page',
    'review',
    'articles',
  ]
  const registers = ['/admin', ...named.map((name) => `/admin/${name}`)]
  const desk = written.flatMap(({ id, words }) => [
    ...['review', 'revisions', 'readers'].map((part) => `/admin/articles/${id}/${part}`),
    `/admin/articles?q=${encodeURIComponent(words.slice(0, 100))}`,
  ])
  const editors = written.map(({ id }) => `/admin/articles/${id}`)
  const pictures = written.flatMap(({ id }) => [
    `/card/${id}.png`,
    `/card/${id}-square.png`,
    `/poster/${id}.png`,
    `/qr/${id}.svg`,
  ])
  return { framed, alone, registers, desk, editors, pictures }
}

/** The page of every category, tag and source there is. */
export async function namesOf(site: Site): Promise<string[]> {
  return (await Promise.all(['categories', 'tags', 'sources'].map((kind) => placesOf(site, kind)))).flat()
}

async function placesOf(site: Site, kind: string): Promise<string[]> {
  const paths: string[] = []
  let cursor = ''
  do {
    const page = await told<{ url: string }>(site, `/api/v1/${kind}?limit=100${cursor && `&cursor=${cursor}`}`)
    paths.push(...page.items.map(({ url }) => new URL(url).pathname))
    cursor = page.next ?? ''
  } while (cursor)
  return paths
}

/** The feed of the site in each form, newest first, so many pages of each. */
export async function feedPages(site: Site, most: number): Promise<string[]> {
  const pages: string[] = []
  for (const name of FEEDS) {
    let path: string | undefined = `/${name}`
    for (let count = 0; path && count < most; count++) {
      pages.push(path)
      const text: string = await (await fetch(site.url + path)).text()
      const [, next]: RegExpExecArray | [] = /(?:rel="next"[^>]*href="|"next_url":\s?")([^"]+)"/.exec(text) ?? []
      path = next?.replaceAll('&amp;', '&').replace(site.url, '')
    }
  }
  return pages
}

/** Cells that a spreadsheet would run (OWASP, CSV injection). */
export async function faultsOfExport(desk: Desk): Promise<string[]> {
  const answer = await desk.ask('/admin/audit/export?format=csv', {})
  const text = (await answer?.text()) ?? ''
  const cells = [...text.matchAll(/(?:^\uFEFF?|,|\r\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  )
  if (cells.length < 100) return ['the record as a table did not come']
  return cells
    .filter((cell) => /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) && !/^-?\d+$/.test(cell))
    .map((cell) => `a formula ${cell}`)
}

/** Mails lie in the site's outbox: of one reader, of plain text, whatever a name holds. */
export async function faultsOfMails(dataDir: string): Promise<string[]> {
  const folder = join(dataDir, 'outbox')
  const faults: string[] = []
  const files = await readdir(folder)
  for (const name of files) {
    const mail = await readFile(join(folder, name), 'utf8')
    const head = mail.split(/\r?\n\r?\n/)[0] ?? ''
    const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, header = '']) => header.toLowerCase())
    const of = (header: string) => names.filter((each) => each === header).length
    if (
      of('to') !== 1 ||
      of('subject') !== 1 ||
      of('bcc') + of('cc') > 0 ||
      !/^content-type: text\/plain/im.test(head) ||
      /evil\.example/.test(head.replace(/=\?utf-8[^?]*\?[^?]*\?[^?]*\?=/gi, ''))
    )
      faults.push(`a mail ${head.slice(0, 200)}`)
  }
  return files.length === 0 ? ['no mail was written'] : faults
}

/** Pictures that are drawn of words are pictures. */
export async function faultsOfPictures(site: Site, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    const answer = await fetch(site.url + path)
    await answer.arrayBuffer()
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('image/'))
      faults.push(`${answer.status} of ${path}`)
  }
  return faults
}
