import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db'
import { findArticle } from '@/server/queries/find-article'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { SYSTEM } from './actor'
import {
  articleOf,
  deedsOf,
  noticesOf,
  openDesk,
  publishableText,
  refusals,
  rewrite,
  signAs,
  type TestDesk,
  well,
  write,
  writeReady,
} from './desk-fixture'
import { publishArticle } from './publish-article'
import { runSchedule } from './run-schedule'
import { setDates } from './set-dates'
import { submitArticle } from './submit-article'
import { unpublishArticle } from './unpublish-article'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase({ DATABASE_POOL_SIZE: '12' })
  desk = await openDesk()
})
afterAll(() => database.drop())

const soon = (ms: number) => new Date(Date.now() + ms)
const draftOf = (articleId: string) => db().draft.findUniqueOrThrow({ where: { articleId } })
const publish = async (articleId: string) => well(await publishArticle(desk.chief, { articleId }))
async function labelsOf(articleId: string) {
  const categories = await db().articleCategory.findMany({ where: { articleId }, orderBy: { position: 'asc' } })
  const tags = await db().articleTag.findMany({ where: { articleId }, orderBy: { position: 'asc' } })
  return { categories: categories.map(({ categoryId }) => categoryId), tags: tags.map(({ tagId }) => tagId) }
}
/** Tags sent over the bus since a row of it. */
async function tagsSince(since: bigint): Promise<Set<string>> {
  const events = await db().busEvent.findMany({ where: { id: { gt: since } } })
  return new Set(events.flatMap(({ tags }) => tags))
}
const lastEvent = async () => (await db().busEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n

describe('publishing', () => {
  it('puts what was signed before readers, with its labels in their order', async () => {
    const tags = await Promise.all(['书店', '河边'].map((name) => db().tag.create({ data: { slug: name, name, sortKey: name } })))
    const source = await db().source.create({ data: { slug: 'hebian', name: '河边报' } })
    const labels = {
      categoryIds: [desk.categories[3] ?? 0, desk.categories[0] ?? 0],
      tagIds: tags.map(({ id }) => id).reverse(),
      sourceId: source.id,
      sourceUrl: 'https://example.test/a',
    }
    const articleId = await writeReady(desk, labels)
    expect(await findArticle(articleId)).toBeNull()
    const event = await lastEvent()
    const { at, publication } = await publish(articleId)
    expect(publication).toBe('live')
    const article = await articleOf(articleId)
    expect(article).toMatchObject({
      publication: 'live',
      workflow: 'ready',
      liveRevision: 1,
      draftRevision: 1,
      publishedAt: at,
      updatedAt: at,
      reviewRound: 2,
      waitingSince: null,
      urgentAt: null,
      sourceId: source.id,
      sourceUrl: 'https://example.test/a',
    })
    expect(await labelsOf(articleId)).toEqual({ categories: labels.categoryIds, tags: labels.tagIds })
    expect(await findArticle(articleId)).toMatchObject({
      state: 'live',
      article: { headline: '河边开了一家书店', revised: false },
    })
    // The editor's tab goes on with the version it has; there is nothing new in it.
    expect(await draftOf(articleId)).toMatchObject({ version: 1, revision: 1, writerIds: [] })
    const dropped = await tagsSince(event)
    for (const tag of [
      `article:${articleId}`,
      'list:site',
      `list:category:${labels.categoryIds[1]}`,
      `list:tag:${labels.tagIds[0]}`,
      `list:source:${source.id}`,
    ])
      expect(dropped).toContain(tag)
    expect(await noticesOf(desk.reporter, articleId)).toContain('published')
  })

  it('happens once, however many press the button', async () => {
    for (let round = 0; round < 10; round++) {
      const articleId = await writeReady(desk)
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => publishArticle(desk.chief, { articleId })))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      for (const outcome of outcomes) if (!outcome.ok) expect(refusals(outcome)).toEqual(['publish.nothing-new'])
      expect((await deedsOf(articleId)).filter((deed) => deed === 'article.publish')).toHaveLength(1)
      expect((await articleOf(articleId)).reviewRound).toBe(2)
    }
  })

  it('is nobody’s who may not, and nothing’s that is not signed', async () => {
    const articleId = await writeReady(desk)
    expect(refusals(await publishArticle(desk.editor, { articleId }))).toEqual(['denied.role'])
    const unsigned = await write(desk.reporter, publishableText(desk.categories[3]))
    expect(refusals(await publishArticle(desk.chief, { articleId: unsigned }))).toEqual(['denied.state'])
    // Its category asks for more reviews than it had.
    const once = await write(desk.reporter, publishableText(desk.categories[1]))
    well(await submitArticle(desk.reporter, { articleId: once }))
    await signAs(once, desk.chief)
    await db().category.update({ where: { id: desk.categories[1] ?? 0 }, data: { reviewStages: 2 } })
    expect(refusals(await publishArticle(desk.chief, { articleId: once }))).toEqual(['publish.unsigned'])
    await db().category.update({ where: { id: desk.categories[1] ?? 0 }, data: { reviewStages: 1 } })
    expect(await findArticle(once)).toBeNull()
  })

  it('needs no review where a category asks for none, and an editor is enough', async () => {
    const articleId = await write(desk.reporter, publishableText(desk.categories[0]))
    expect(refusals(await publishArticle(desk.reporter, { articleId }))).toEqual(['denied.role'])
    well(await publishArticle(desk.editor, { articleId }))
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', workflow: 'ready' })
  })

  it('leaves the text readers have until its change is published, at the address it has', async () => {
    const articleId = await writeReady(desk)
    const { at } = await publish(articleId)
    await db().$executeRaw`
      UPDATE "Article" SET "publishedAt" = "publishedAt" - interval '3 days', "updatedAt" = "publishedAt" - interval '3 days' WHERE "id" = ${articleId}`
    const event = await lastEvent()
    await rewrite(desk.reporter, articleId, { headline: '书店开在河边', categoryIds: [desk.categories[2] ?? 0] })
    expect(await findArticle(articleId)).toMatchObject({ article: { headline: '河边开了一家书店' } })
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', workflow: 'draft', liveRevision: 1 })
    expect(await tagsSince(event)).toEqual(new Set())
    well(await submitArticle(desk.reporter, { articleId }))
    await signAs(articleId, desk.editor, desk.chief)
    well(await publishArticle(desk.administrator, { articleId }))
    const article = await articleOf(articleId)
    expect(article).toMatchObject({ liveRevision: 2, reviewRound: 3 })
    expect(article.publishedAt?.getTime()).toBe(at.getTime() - 3 * 86_400_000)
    expect(article.updatedAt.getTime()).toBeGreaterThanOrEqual(at.getTime())
    expect(await findArticle(articleId)).toMatchObject({ article: { headline: '书店开在河边', revised: true } })
    const dropped = await tagsSince(event)
    expect(dropped).toContain(`list:category:${desk.categories[3]}`)
    expect(dropped).toContain(`list:category:${desk.categories[2]}`)
    expect(await deedsOf(articleId)).toContain('article.publish-change')
  })

  it('puts other tags before readers too, though they are no part of the text', async () => {
    const tag = await db().tag.create({ data: { slug: 'liushu', name: '柳树', sortKey: 'liushu' } })
    const articleId = await writeReady(desk)
    await publish(articleId)
    await rewrite(desk.editor, articleId, { tagIds: [tag.id] })
    expect((await articleOf(articleId)).workflow).toBe('ready')
    await publish(articleId)
    expect((await labelsOf(articleId)).tags).toEqual([tag.id])
    expect(refusals(await publishArticle(desk.chief, { articleId }))).toEqual(['publish.nothing-new'])
  })

  it('waits for the embargo by itself', async () => {
    const articleId = await writeReady(desk)
    const until = soon(3_600_000)
    well(await setDates(desk.chief, { articleId, embargoUntil: until }))
    expect(refusals(await publishArticle(desk.chief, { articleId, at: soon(60_000) }))).toEqual(['publication.before-embargo'])
    expect(well(await publishArticle(desk.chief, { articleId }))).toEqual({ ok: true, publication: 'scheduled', at: until })
    expect(await articleOf(articleId)).toMatchObject({ publication: 'scheduled', publishedAt: until })
    expect(await findArticle(articleId)).toBeNull()
    expect(refusals(await setDates(desk.chief, { articleId, embargoUntil: soon(7_200_000) }))).toEqual([
      'publication.before-embargo',
    ])
  })

  it('of 快讯 is not before its embargo either', async () => {
    const articleId = await write(desk.reporter, publishableText(desk.categories[3]))
    well(await setDates(desk.reporter, { articleId, embargoUntil: soon(60_000) }))
    expect(refusals(await publishArticle(desk.chief, { articleId, urgent: true }))).toEqual(['publication.before-embargo'])
  })

  it('after it was taken off is at the same address', async () => {
    const articleId = await writeReady(desk)
    const { at } = await publish(articleId)
    well(await unpublishArticle(desk.chief, { articleId }))
    expect(await findArticle(articleId)).toEqual({ state: 'offline' })
    expect(await articleOf(articleId)).toMatchObject({ publication: 'unpublished', workflow: 'ready' })
    await publish(articleId)
    expect((await articleOf(articleId)).publishedAt).toEqual(at)
    // Also at a time to come.
    well(await unpublishArticle(desk.chief, { articleId }))
    well(await publishArticle(desk.chief, { articleId, at: soon(60_000) }))
    await db().$executeRaw`UPDATE "Schedule" SET "at" = now() WHERE "articleId" = ${articleId} AND "canceledAt" IS NULL`
    const schedule = await db().schedule.findFirstOrThrow({ where: { articleId, doneAt: null, canceledAt: null } })
    expect(await runSchedule(SYSTEM, schedule.id)).toBe('done')
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', publishedAt: at })
  })
})

describe('快讯', () => {
  it('is live at once, its reviews go on, and the last signature completes it', async () => {
    const articleId = await write(desk.reporter, publishableText(desk.categories[2]))
    expect(refusals(await publishArticle(desk.editor, { articleId, urgent: true }))).toEqual(['denied.role'])
    well(await publishArticle(desk.chief, { articleId, urgent: true }))
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', workflow: 'first_review', reviewRound: 1 })
    expect((await articleOf(articleId)).urgentAt).not.toBeNull()
    expect(await noticesOf(desk.editor, articleId)).toEqual(['submitted'])
    await signAs(articleId, desk.editor)
    expect(await articleOf(articleId)).toMatchObject({ workflow: 'final_review', publication: 'live' })
    await signAs(articleId, desk.administrator)
    expect(await articleOf(articleId)).toMatchObject({ workflow: 'ready', urgentAt: null, waitingSince: null, reviewRound: 2 })
    expect(await db().signature.count({ where: { articleId, voidedAt: null } })).toBe(2)
  })

  it('in the middle of its reviews keeps the signatures it has', async () => {
    const articleId = await write(desk.reporter, publishableText(desk.categories[2]))
    well(await submitArticle(desk.reporter, { articleId }))
    await signAs(articleId, desk.editor)
    well(await publishArticle(desk.chief, { articleId, urgent: true }))
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', workflow: 'final_review' })
    await signAs(articleId, desk.chief)
    expect((await articleOf(articleId)).urgentAt).toBeNull()
  })

  it('that was changed after it went out is complete only when the change is published', async () => {
    const articleId = await write(desk.reporter, publishableText(desk.categories[1]))
    well(await publishArticle(desk.chief, { articleId, urgent: true }))
    await rewrite(desk.editor, articleId, { headline: '河边书店开门' })
    await signAs(articleId, desk.chief)
    expect(await articleOf(articleId)).toMatchObject({ workflow: 'ready', liveRevision: 1 })
    expect((await articleOf(articleId)).urgentAt).not.toBeNull()
    await publish(articleId)
    expect(await articleOf(articleId)).toMatchObject({ liveRevision: 2, urgentAt: null })
  })
})
