import { createHash } from 'node:crypto'
import { SANITIZER_VERSION } from '@/newsroom/html/html-allow-list'
import { db } from '@/server/db'
import type { ImportFile, ReadyPost } from './import-batch'

/** A post as tests need it: everything may be told, nothing must be. */
function readyPost(told: Partial<ReadyPost> & { path: string }): ReadyPost {
  const headline = told.headline ?? '河边开了一家书店'
  return {
    externalId: null,
    publication: 'live',
    publishedAt: new Date('2022-02-08T02:34:53Z'),
    type: 'reprint',
    language: 'zh-CN',
    headline,
    kicker: null,
    subhead: null,
    standfirst: null,
    bodyHtml: `<p>${headline}。</p>`,
    plainText: `${headline}。`,
    characterCount: headline.length,
    sourceText: `---\ntitle: ${headline}\n---\n${headline}。`,
    sanitizerVersion: SANITIZER_VERSION,
    categories: [{ archiveName: 'hebianribao', name: '河边日报' }],
    tags: [],
    source: '河边日报',
    sourceUrl: null,
    bylines: [],
    oldAddresses: [],
    feedId: null,
    pictures: [],
    notes: [],
    leadMediaId: null,
    media: [],
    ...told,
  }
}

/** The file of a post; its hash follows from what is told. */
export function fileOf(told: Partial<ReadyPost> & { path: string }, holderGone = false): ImportFile {
  const post = readyPost(told)
  const contentHash = createHash('sha256').update(JSON.stringify(post)).digest('hex')
  return { path: post.path, contentHash, post, notes: post.notes, holderGone }
}

/** Everything an import leaves, told by names and without the times and numbers of the run: equal for equal archives. */
export async function dumpImported(): Promise<unknown> {
  const articles = await db().article.findMany({
    orderBy: { id: 'asc' },
    omit: { createdAt: true, sourceId: true, updatedAt: true },
    include: {
      source: { select: { name: true, slug: true } },
      revisions: {
        orderBy: { number: 'asc' },
        omit: { createdAt: true },
        include: {
          bylines: { orderBy: { position: 'asc' }, select: { position: true, role: true, person: { select: { slug: true } } } },
        },
      },
      categories: {
        orderBy: { position: 'asc' },
        select: { position: true, listedAt: true, category: { select: { archiveName: true } } },
      },
      tags: { orderBy: { position: 'asc' }, select: { position: true, listedAt: true, tag: { select: { name: true } } } },
      redirects: { orderBy: { path: 'asc' }, select: { path: true } },
      importItems: { orderBy: [{ archive: 'asc' }, { path: 'asc' }], omit: { runId: true, readAt: true } },
    },
  })
  const categories = await db().category.findMany({ orderBy: { slug: 'asc' }, omit: { id: true } })
  const tags = await db().tag.findMany({ orderBy: { slug: 'asc' }, omit: { id: true } })
  const people = await db().person.findMany({ orderBy: { slug: 'asc' }, omit: { id: true } })
  const media = await db().media.findMany({ orderBy: { id: 'asc' }, omit: { createdAt: true } })
  const items = await db().importItem.findMany({
    orderBy: [{ archive: 'asc' }, { path: 'asc' }],
    omit: { runId: true, readAt: true },
  })
  return { articles, categories, tags, people, media, items }
}
