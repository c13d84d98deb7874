import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newArticleId } from '@/newsroom/article-id'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { readWorkingDraft } from '@/server/working-draft'
import { cutRevision } from './cut-revision'
import { mirrorLabels } from './mirror-labels'
import { saveDraft } from './save-draft'
import { transact } from './transact'

let database: TestDatabase
let writer: StaffActor
let colleague: StaffActor
let chief: StaffActor
let categoryId: number
let id: string

const text = (change: Partial<DraftContent> = {}): DraftContent => ({
  ...EMPTY_DRAFT,
  headline: '河边开了一家书店',
  bodyHtml: '<p>河边开了一家书店。</p>',
  categoryIds: [categoryId],
  ...change,
})
const save = (actor: StaffActor, baseVersion: number, content = text(), clientId = actor.name, articleId = id) =>
  saveDraft(actor, { articleId, clientId, baseVersion, content })
const articleOf = (articleId = id) => db().article.findUniqueOrThrow({ where: { id: articleId } })
const draftOf = (articleId = id) => db().draft.findUniqueOrThrow({ where: { articleId } })
const revisionsOf = (articleId = id) => db().revision.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
const codesOf = (outcome: Awaited<ReturnType<typeof saveDraft>>) => (outcome.ok ? [] : outcome.errors.map(({ code }) => code))
/** As if the tab that edits had been closed a minute ago. */
const closeTabs = () => db().$executeRaw`UPDATE "Presence" SET "seenAt" = now() - interval '1 minute'`

beforeAll(async () => {
  database = await createTestDatabase()
  writer = await insertStaff('林记')
  colleague = await insertStaff('周编', 'editor')
  chief = await insertStaff('顾主编', 'chief')
  const category = await db().category.create({ data: { slug: 'shehui', name: '社会', sortKey: 'shehui', reviewStages: 3 } })
  categoryId = category.id
})
afterAll(async () => await database.drop())
beforeEach(() => {
  id = newArticleId(randomBytes(8))
})

async function sign(
  articleId: string,
  stage: 'first' | 'second' | 'final',
  actor: StaffActor,
  workflow: 'second_review' | 'ready',
) {
  await transact(async (tx) => {
    const { number, contentHash } = await cutRevision(tx, actor, articleId, 'sign')
    await tx.signature.create({ data: { articleId, round: 1, stage, revision: number, contentHash, staffId: actor.id } })
    await tx.article.update({ where: { id: articleId }, data: { workflow, waitingSince: new Date() } })
  })
}

describe('a new article', () => {
  test('begins with its first save, filed as its draft says', async () => {
    const saved = await save(writer, 0)
    expect(saved).toMatchObject({ ok: true, version: 1, workflow: 'draft', voided: [], contentHash: draftHash(text()) })
    expect(await articleOf()).toMatchObject({
      createdById: writer.id,
      publication: 'unpublished',
      workflow: 'draft',
      liveRevision: null,
    })
    expect(await draftOf()).toMatchObject({
      headline: '河边开了一家书店',
      plainText: '河边开了一家书店。',
      characterCount: 9,
      writerIds: [writer.id],
    })
    expect(await db().articleCategory.findMany({ where: { articleId: id } })).toMatchObject([{ categoryId, listedAt: null }])
    expect(await db().auditEntry.findFirst({ where: { subject: `article:${id}` } })).toMatchObject({
      action: 'article.create',
      actorId: writer.id,
    })
    expect(await revisionsOf()).toEqual([])
  })

  test('is made once, however often its first save is sent', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => save(writer, 0)))
    expect(answers.map((answer) => answer.ok && answer.version)).toEqual(Array(10).fill(1))
    expect(await db().auditEntry.count({ where: { subject: `article:${id}` } })).toBe(1)
  })

  test('sent again with more in it is stale, and known as one’s own', async () => {
    await save(writer, 0)
    expect(await save(writer, 0, text({ kicker: '文化' }))).toMatchObject({
      ok: false,
      errors: [{ code: 'stale' }],
      current: { version: 1, own: true, savedByName: '林记', content: text() },
    })
  })

  test('needs an id of the right form, and an older version an article', async () => {
    expect(codesOf(await save(writer, 0, text(), 'tab', 'nonsense'))).toEqual(['invalid-id'])
    expect(codesOf(await save(writer, 3))).toEqual(['not-found'])
  })
})

describe('two versions', () => {
  test('of many saves on one version exactly one is taken, and the others are told its text', async () => {
    await save(writer, 0)
    const people = await Promise.all(Array.from({ length: 8 }, (_, number) => insertStaff(`编${number}`, 'editor')))
    for (let round = 1; round <= 5; round++) {
      await closeTabs()
      const { version } = await draftOf()
      const answers = await Promise.all(
        people.map((actor) => save(actor, version, text({ kicker: `${actor.name}第${round}次` }))),
      )
      const [winner, ...others] = answers.toSorted((one, other) => Number(other.ok) - Number(one.ok))
      const stands = await readWorkingDraft(db(), id)
      expect(winner).toMatchObject({ ok: true, version: version + 1, contentHash: stands?.contentHash })
      for (const loser of others)
        expect(loser).toMatchObject({ ok: false, current: { version: version + 1, content: stands?.content, own: false } })
    }
  })

  test('of one tab the same text twice is no conflict', async () => {
    await save(writer, 0)
    const second = text({ subhead: '两层楼，三万册' })
    const answers = await Promise.all([save(writer, 1, second), save(writer, 1, second), save(writer, 1, second)])
    expect(answers.map((answer) => answer.ok && answer.version)).toEqual([2, 2, 2])
  })

  test('while another tab edits, nothing gets in, and the answer names who', async () => {
    await save(writer, 0)
    expect(await save(colleague, 1, text({ kicker: '文化' }))).toMatchObject({
      ok: false,
      errors: [{ code: 'taken-over', params: { name: '林记' } }],
      current: { version: 1 },
    })
    await closeTabs()
    expect(await save(colleague, 1, text({ kicker: '文化' }))).toMatchObject({ ok: true, version: 2 })
  })
})

describe('what is saved', () => {
  test('is clean, and no picture comes from elsewhere', async () => {
    const bodyHtml = '<p onclick="x">　　河边<script>x</script></p><p><img src="https://x.example/a.jpg"></p>'
    expect(await save(writer, 0, text({ bodyHtml, standfirst: 'a\u0000b' }))).toMatchObject({ ok: true })
    expect((await readWorkingDraft(db(), id))?.content).toMatchObject({
      bodyHtml: '<p>河边</p><p><a href="https://x.example/a.jpg" rel="noopener nofollow">查看原图</a></p>',
      standfirst: 'ab',
    })
  })

  test('names what does not exist, and follows what was merged', async () => {
    const into = await db().tag.create({ data: { slug: `a${id}`, name: `书店${id}`, sortKey: 'a' } })
    const from = await db().tag.create({ data: { slug: `b${id}`, name: `书铺${id}`, sortKey: 'b', mergedIntoId: into.id } })
    const person = await db().person.create({ data: { slug: `林${id}`, name: '林记' } })
    const twice = { personId: person.id, role: 'reporter' as const }
    expect(await save(writer, 0, text({ tagIds: [from.id, into.id], bylines: [twice, twice] }))).toMatchObject({ ok: true })
    expect((await readWorkingDraft(db(), id))?.content).toMatchObject({ tagIds: [into.id], bylines: [twice] })
    const media = 'cd'.repeat(32)
    const wrong = text({
      bylines: [{ personId: 999_999, role: 'reporter' }],
      tagIds: [999_998],
      categoryIds: [999_997],
      sourceId: 999_996,
      leadMediaId: 'nothing',
      bodyHtml: `<p>文</p><img src="/media/cd/${media}-640.webp">`,
    })
    const refusal = await save(writer, 1, wrong)
    expect(refusal.ok ? [] : refusal.errors.map(({ code, field }) => [code, field])).toEqual([
      ['unknown.person', 'bylines'],
      ['unknown.category', 'categoryIds'],
      ['unknown.tag', 'tagIds'],
      ['unknown.source', 'sourceId'],
      ['unknown.media', 'bodyHtml'],
      ['unknown.media', 'leadMediaId'],
    ])
    expect(await draftOf()).toMatchObject({ version: 1 })
  })

  test('goes to readers under the names that stand then', async () => {
    const category = await db().category.create({ data: { slug: `c${id}`, name: `c${id}`, sortKey: 'c' } })
    const [into, from] = await db().tag.createManyAndReturn({
      data: ['in', 'fr'].map((slug) => ({ slug: slug + id, name: slug + id, sortKey: slug })),
    })
    const [standing, former] = await db().person.createManyAndReturn({
      data: ['林一', '林 壹'].map((name) => ({ slug: name + id, name })),
    })
    const labels = {
      categoryIds: [category.id],
      tagIds: [from?.id ?? 0],
      bylines: [{ personId: former?.id ?? 0, role: 'reporter' as const }],
    }
    await save(writer, 0, text(labels))
    await db().tag.update({ where: { id: from?.id ?? 0 }, data: { mergedIntoId: into?.id ?? 0 } })
    await db().person.update({ where: { id: former?.id ?? 0 }, data: { mergedIntoId: standing?.id ?? 0 } })
    await db().category.update({ where: { id: category.id }, data: { mergedIntoId: categoryId } })
    await transact(async (tx) => {
      const { content } = await cutRevision(tx, writer, id, 'publish')
      await mirrorLabels(tx, id, null, content)
    })
    expect(await db().articleCategory.findMany({ where: { articleId: id } })).toMatchObject([{ categoryId }])
    expect(await db().articleTag.findMany({ where: { articleId: id } })).toMatchObject([{ tagId: into?.id }])
    expect(await db().byline.findMany({ where: { articleId: id } })).toMatchObject([{ personId: standing?.id }])
  })

  test('tells which pictures are used', async () => {
    const pictures = [0, 1].map((number) => `${id}${number}`.padStart(64, '0').replace(/[^0-9a-f]/g, 'a'))
    const sizes = (key: string) => [{ width: 640, height: 320, key: `${key.slice(0, 2)}/${key}-640.webp` }]
    await db().media.createMany({
      data: pictures.map((key) => ({ id: key, origin: 'x', width: 640, height: 320, sizeBytes: 1, renditions: sizes(key) })),
    })
    const [lead = '', inText = ''] = pictures
    const bodyHtml = `<p>文</p><figure><img src="/media/${inText.slice(0, 2)}/${inText}-640.webp" alt="书店"></figure>`
    await save(writer, 0, text({ leadMediaId: lead, bodyHtml }))
    const uses = async () => (await db().mediaUse.findMany({ where: { articleId: id } })).map(({ mediaId }) => mediaId).sort()
    expect(await uses()).toEqual(pictures.toSorted())
    expect((await readWorkingDraft(db(), id))?.content.bodyHtml).toContain('width="640" height="320" alt="书店"')
    await save(writer, 1, text({ leadMediaId: lead }))
    expect(await uses()).toEqual([lead])
  })

  test('of somebody else is kept as a revision before a new text takes its place, one’s own only after ten minutes', async () => {
    await save(writer, 0)
    await save(writer, 1, text({ kicker: '甲' }))
    expect(await revisionsOf()).toEqual([])
    await db().$executeRaw`UPDATE "Article" SET "createdAt" = now() - interval '11 minutes' WHERE "id" = ${id}`
    await save(writer, 2, text({ kicker: '乙' }))
    await closeTabs()
    await save(colleague, 3, text({ kicker: '丙' }))
    expect(await revisionsOf()).toMatchObject([
      { number: 1, kicker: '甲', author: '林记', reason: 'autosave', staffId: writer.id, fields: { kicker: '甲' } },
      { number: 2, kicker: '乙', author: '林记', reason: 'other-writer' },
    ])
    expect(await articleOf()).toMatchObject({ draftRevision: 2 })
    expect(await draftOf()).toMatchObject({ revision: null, writerIds: [writer.id, colleague.id] })
  })
})

describe('who may', () => {
  test('nobody but its writer and its desk’s editors', async () => {
    const other = await insertStaff('别记')
    const sports = await db().category.create({ data: { slug: 'tiyu', name: '体育', sortKey: 'tiyu' } })
    const elsewhere = await insertStaff('外编', 'editor', [sports.id])
    await save(writer, 0)
    expect(codesOf(await save(other, 1, text({ kicker: 'x' })))).toEqual(['denied.not-yours'])
    expect(codesOf(await save(elsewhere, 1, text({ kicker: 'x' })))).toEqual(['denied.desk'])
  })

  test('its writer not while it is in review', async () => {
    await save(writer, 0)
    await db().article.update({ where: { id }, data: { workflow: 'first_review' } })
    expect(codesOf(await save(writer, 1, text({ kicker: 'x' })))).toEqual(['denied.state'])
  })
})

describe('a change under review', () => {
  test('voids the signatures, tells the signers and goes back to the first stage', async () => {
    await save(writer, 0)
    await sign(id, 'first', colleague, 'second_review')
    await closeTabs()
    const saved = await save(chief, 1, text({ kicker: '文化' }))
    expect(saved).toMatchObject({ ok: true, workflow: 'first_review', voided: ['first'] })
    expect(await db().signature.findMany({ where: { articleId: id } })).toMatchObject([
      { voidedAt: expect.any(Date), voidReason: 'edited' },
    ])
    expect(await db().notice.findMany({ where: { articleId: id } })).toMatchObject([
      { staffId: colleague.id, kind: 'voided', from: '顾主编' },
    ])
    // the words are the chief's, too
    expect(await draftOf()).toMatchObject({ writerIds: [writer.id, chief.id] })
    // whoever signed can sign again
    await sign(id, 'first', colleague, 'second_review')
  })

  test('of tags alone voids nothing', async () => {
    await save(writer, 0)
    await sign(id, 'first', colleague, 'second_review')
    await closeTabs()
    const tag = await db().tag.create({ data: { slug: id, name: id, sortKey: id } })
    expect(await save(chief, 1, text({ tagIds: [tag.id] }))).toMatchObject({
      ok: true,
      version: 2,
      workflow: 'second_review',
      voided: [],
    })
    expect(await draftOf()).toMatchObject({ revision: 1, writerIds: [writer.id] })
    expect(await db().articleTag.count({ where: { articleId: id } })).toBe(1)
  })

  test('of an approved text goes back, too', async () => {
    await save(writer, 0)
    await sign(id, 'final', chief, 'ready')
    await closeTabs()
    expect(await save(colleague, 1, text({ kicker: '文化' }))).toMatchObject({ workflow: 'first_review', voided: ['final'] })
  })
})

describe('a live article', () => {
  const live = async () => {
    await insertArticle({ id, headline: '河边开了一家书店', bodyHtml: '<p>河边。</p>', categories: ['shehui'] })
    await db().article.update({ where: { id }, data: { workflow: 'ready' } })
    return await readWorkingDraft(db(), id)
  }

  test('opened and saved unchanged stays as it was', async () => {
    const open = await live()
    const before = await articleOf()
    expect(await save(colleague, open?.version ?? 0, open?.content)).toMatchObject({
      ok: true,
      version: open?.version,
      workflow: 'ready',
    })
    expect(await articleOf()).toEqual(before)
    expect(await db().draft.count({ where: { articleId: id } })).toBe(0)
    expect(await revisionsOf()).toHaveLength(1)
  })

  test('changed begins a draft by whoever changes it; readers keep what they see', async () => {
    const open = await live()
    const content = { ...text(), ...open?.content, kicker: '文化' }
    expect(await save(colleague, 1, content)).toMatchObject({ ok: true, version: 2, workflow: 'draft', voided: [] })
    expect(await articleOf()).toMatchObject({ publication: 'live', workflow: 'draft', liveRevision: 1, reviewRound: 1 })
    expect(await draftOf()).toMatchObject({ writerIds: [colleague.id] })
    expect(await revisionsOf()).toHaveLength(1)
  })

  test('that was changed since it was opened refuses the older text and keeps no draft', async () => {
    const open = await live()
    await db().article.update({ where: { id }, data: { version: { increment: 1 } } })
    const content = { ...text(), ...open?.content, kicker: '文化' }
    expect(codesOf(await save(colleague, 1, content))).toEqual(['stale'])
    expect(await db().draft.count({ where: { articleId: id } })).toBe(0)
  })
})
