import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { correctArticle } from '@/server/commands/correct-article'
import { openDesk, publishableText, type TestDesk, well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { uploadMedia } from '@/server/commands/upload-media'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db } from '@/server/db'
import { makeArchiveFixture, mediaPost } from '@/server/importer/archive-fixture'
import { importArchive } from '@/server/importer/import-archive'
import { renderMedia } from '@/server/jobs/render-media'
import { photo, streamOf } from '@/server/picture-fixture'
import { findArticle } from '@/server/queries/find-article'
import { findRedirect } from '@/server/queries/find-redirect'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { exportArchive } from './export-archive'

let paper: TestDatabase
let desk: TestDesk
let folder: string
beforeAll(async () => {
  paper = await createTestDatabase({ SITE_URL: 'https://paper.example' })
  desk = await openDesk()
})
afterAll(() => paper.drop())

const POST = mediaPost({
  code: 'NW202202081234567890',
  title: '他说：“河边的\\书店” {{ page.title }}',
  date: '2022-02-08 10:46:18 +0800',
  category: 'xinxiangribao',
  outlet: '新乡日报',
  body: '<p>本报讯（记者林文）河边开了书店。</p><p><img src="/images/quay.jpg" alt="码头"></p><table><tr><td>{% raw %}</td></tr></table>',
})

/** What readers and machines are shown of every article, and where every old address leads. */
async function whatReadersSee() {
  const ids = (
    await db().article.findMany({ where: { publication: { in: ['live', 'withdrawn'] } }, orderBy: { id: 'asc' } })
  ).map(({ id }) => id)
  const articles = []
  for (const id of ids) {
    const found = await findArticle(id)
    if (found?.state === 'live') found.article.corrections = found.article.corrections.map((each) => ({ ...each, id: 0 }))
    articles.push({ id, found: found?.state === 'withdrawn' ? { state: found.state } : found })
  }
  const paths = (await db().redirect.findMany({ orderBy: { path: 'asc' } })).map(({ path }) => path)
  const redirects = []
  for (const path of [...paths, '/category/xinxiangribao.html']) redirects.push([path, await findRedirect(path, null)])
  return { articles, redirects, shared: await findRedirect('/html_News/NewsShare.html', 'NW202202081234567890') }
}

it('an export brought into an empty database is the same paper at the same addresses', async () => {
  const bytes = await photo(900, 600).jpeg().toBuffer()
  const archive = await makeArchiveFixture({ '_posts/2022-02-08-NW202202081234567890.md': POST, 'images/quay.jpg': bytes })
  expect(await importArchive({ roots: [archive.root] })).toMatchObject({ created: 1, refused: [] })
  const other = await photo(800, 500, '#336699').jpeg().toBuffer()
  const { media } = well(
    await uploadMedia(desk.reporter, { body: streamOf(other), sizeBytes: other.length, fileName: 'bridge.jpg' }),
  )
  await renderMedia({ mediaId: media.id })
  await db().media.update({ where: { id: media.id }, data: { caption: '桥', credit: '林文 摄', alt: '桥上的人', focalX: 0.3 } })
  const person = await db()
    .person.create({ data: { slug: '林文', name: '林文' } })
    .catch(() => db().person.findFirstOrThrow())
  const tag = await db().tag.create({ data: { slug: 'bridge-2', name: '大桥', sortKey: 'daqiao' } })
  await db().redirect.create({ data: { path: '/tag/bridge', tagId: tag.id } })
  const [source] = await db().source.findMany()
  const above = await db().category.create({ data: { slug: 'region', name: '地方', sortKey: 'difang' } })
  await db().category.update({ where: { id: desk.categories[3] ?? 0 }, data: { parentId: above.id } })
  const written = await writeReady(desk, {
    ...publishableText(desk.categories[3]),
    kicker: '引题',
    subhead: '副题',
    standfirst: "导语，有 <尖括号> 与 '引号'。",
    dateline: '本报讯',
    searchTitle: '给搜索的标题',
    aiAssistance: 'assisted',
    bylines: [{ personId: person.id, role: 'photographer' }],
    tagIds: [tag.id],
    sourceId: source?.id ?? null,
    sourceUrl: 'https://other.example/a?b=1&c=2',
    type: 'reprint',
    originalHeadline: '原题',
    originalAuthor: '原作者',
    leadMediaId: media.id,
    bodyHtml: '<h2>小标题</h2><p>桥“通”了 &amp; 路也通了。</p><blockquote><p>引文</p></blockquote>',
  })
  const gone = await writeReady(desk, { headline: '撤下的稿件' })
  for (const articleId of [written, gone]) well(await publishArticle(desk.chief, { articleId }))
  well(await correctArticle(desk.chief, { articleId: written, wrong: '今日', right: '明日' }))
  well(await withdrawArticle(desk.chief, { articleId: gone, reason: '失实', approver: '陶管理', notice: '' }))
  const before = await whatReadersSee()
  expect(before.articles).toHaveLength(3)

  folder = join(paper.dataDir, '..', `${Date.now()}-export`)
  expect(await exportArchive({ folder })).toEqual({ articles: 2, withdrawn: 1, pictures: expect.any(Number), missing: [] })
  await expect(exportArchive({ folder })).rejects.toThrow('is not empty')
  const copy = await createTestDatabase({ SITE_URL: 'https://paper.example' })
  try {
    expect(await importArchive({ roots: [folder] })).toMatchObject({ created: 3, refused: [], warnings: [] })
    expect(await whatReadersSee()).toEqual(before)
    expect(await importArchive({ roots: [folder] })).toMatchObject({ unchanged: 3, changed: 0, created: 0 })
    const { parent } = await db().category.findUniqueOrThrow({ where: { slug: 'reviews-3' }, include: { parent: true } })
    expect(parent?.slug).toBe('region')
    const { fields } = await db().revision.findFirstOrThrow({ where: { articleId: written } })
    expect(fields).toMatchObject({ dateline: '本报讯', bylines: [{ role: 'photographer' }], tagIds: [expect.any(Number)] })
  } finally {
    await copy.drop()
    await archive.remove()
    await rm(folder, { recursive: true, force: true })
  }
})
